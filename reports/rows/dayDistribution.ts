import { dayDistribution, hundredDays } from "../charts/dayDistribution.ts";
import { dotScale } from "../charts/hundredDots.ts";
import { html } from "../page.ts";
import { besideKey, drawn, type Beside, type Row } from "../row.ts";
import type { View } from "../view.ts";
import { daysInHundred, ENOUGH_DAYS, integer, listed, NOTHING, percent, plural, pointsRange, targetPercent } from "../words.ts";

/** On how many days is the target met? */
export function daysRow(views: readonly View[], beside?: Beside): Row {
  const dotted = views.filter(hasHundred), other = beside !== undefined && hasHundred(beside.of) ? beside : undefined, scale = dotted.length > 0 ? dotScale((other === undefined ? dotted : [...dotted, other.of]).map(hundredDays)) : null;
  const rare = views.some(({ expected, scenario }) => expected < 50 || Object.values(scenario.contacts).some((type) => type.dayToDayCv > 1));
  return {
    title: titleOf(views),
    note: [
      ...(scale === null ? [] : [
        `Each dot is one day in a hundred, placed at its service level over the whole day, in columns of ${pointsWide(scale.step * scale.abreast)}.`,
        ...(dotted.some((view) => view.target !== null) ? ["Hollow orange: the target is missed. Behind each chance, its 95% interval."] : []),
      ]),
      ...(rare && scale !== null ? ["Days without any contact are left out."] : []),
    ].join(" "),
    ...(other === undefined ? {} : { key: besideKey(other, ": how high its days would stand") }),
    ...drawn(views, views.map((view) => (scale !== null && hasHundred(view) ? dayDistribution(view, scale, other?.of) : null)), (view) => html`${whyNot(view)}`),
  };
}

const hasHundred = ({ result }: View): boolean => result.days >= ENOUGH_DAYS && result.total.daily.hundredDays.length > 0;

const pointsWide = (points: number): string => `${points.toLocaleString("en-GB", { maximumFractionDigits: 2 })} ${plural(points, "point")}`;

function whyNot({ result }: View): string {
  if (result.total.daily.hundredDays.length === 0) return "Nobody came on any simulated day.";
  return `${result.days === 1 ? "One day was" : `${integer(result.days)} days were`} simulated: too few to draw how days differ. It takes ${ENOUGH_DAYS}.`;
}

function chanceWords({ result: { total, days } }: View): string {
  const { meetsTarget, interval } = total.daily;
  if (meetsTarget === null) return NOTHING;
  const range = interval.meetsTarget && meetsTarget > 0 && meetsTarget < 1 ? ` (${pointsRange(interval.meetsTarget)})` : "";
  return `${daysInHundred(meetsTarget, days)}${range}`;
}

function titleOf(views: readonly View[]): string {
  const neutral = "How the day’s service level differs from day to day";
  const known = views.filter((view) => view.result.total.daily.p10 !== null);
  if (known.length === 0 || views.length > 3 || known.some((view) => view.result.days === 1)) return neutral;
  if (known.every((view) => view.target !== null)) {
    const [first, ...others] = known;
    if (views.length === 1) return `The ${targetPercent(first.target ?? 0)} target is met ${chanceWords(first)}`;
    return [`${first.quoted} meets the target ${chanceWords(first)}`, ...others.map((view) => `${view.quoted} ${chanceWords(view)}`)].join(", ");
  }
  if (views.length === 1) return `One day in ten lies below ${lowDay(known[0])}`;
  return `One day in ten lies below ${listed(known.map((view) => `${percent(view.result.total.daily.p10 ?? 0)} in ${view.quoted}`))}`;
}

function lowDay({ result: { total: { daily } } }: View): string {
  const { p10, interval } = daily;
  return `${percent(p10 ?? 0)}${interval.p10 ? ` (${pointsRange(interval.p10)})` : ""}`;
}
