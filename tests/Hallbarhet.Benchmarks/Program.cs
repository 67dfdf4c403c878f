using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Hallbarhet.Benchmarks;
using Hallbarhet.Benchmarks.Provisioning;

// Counts and a latency of its own making need no statistics.
if (args is ["provisioning"])
    return await ProvisioningRun.RunAsync();

// In this process: a generated project would not find the repository's settings. A short job: these are figures to read, not to defend.
var job = Job.ShortRun.WithToolchain(new InProcessNoEmitToolchain(TimeSpan.FromMinutes(10), logOutput: false));
var config = DefaultConfig.Instance.AddJob(job).AddColumn(StatisticColumn.OperationsPerSecond);
_ = BenchmarkSwitcher.FromTypes([typeof(TenantReads), typeof(TenantStart)]).Run(args.Length > 0 ? args : ["--filter", "*"], config);
return 0;
