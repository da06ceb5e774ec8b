// The parts of jstat that are used here; the package has no types of its own.
declare module "jstat" {
  const jStat: { studentt: { inv(p: number, degreesOfFreedom: number): number } };
  export default jStat;
}
