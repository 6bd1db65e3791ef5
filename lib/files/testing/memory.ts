/** How many megabytes more memory this process needed at most while `work` ran. */
export async function memoryGrowth(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage.rss();
  let most = before;
  const watching = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 5);
  await work().finally(() => clearInterval(watching));
  return (Math.max(most, process.memoryUsage.rss()) - before) / 1024 / 1024;
}
