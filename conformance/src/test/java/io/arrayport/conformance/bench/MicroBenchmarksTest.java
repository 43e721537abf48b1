package io.arrayport.conformance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;

import io.arrayport.conformance.jmh.SmallArrays;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** One iteration, in this JVM: that the benchmarks run at all. */
class MicroBenchmarksTest {
    @Test
    void oneRuns() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                .include(SmallArrays.class.getSimpleName() + ".add")
                .forks(0).warmupIterations(0).measurementIterations(1).measurementTime(TimeValue.milliseconds(10))
                .verbosity(VerboseMode.SILENT).build()).run();
        assertThat(results).hasSize(3).allMatch(result -> result.getPrimaryResult().getScore() > 0);
    }
}
