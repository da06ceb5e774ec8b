// The parts of jstat that are used here; the package has no types of its own.
declare module "jstat" {
  const jStat: {
    studentt: { inv(p: number, degreesOfFreedom: number): number };
    beta: { inv(p: number, alpha: number, beta: number): number };
  };
  export default jStat;
}
