package io.arrayport.conformance.bench.run;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.arrayport.conformance.bench.child.FirstOperation;
import io.arrayport.core.error.ArrayportException;

/** How long the first operation of a process takes, in many of them, beside NumPy's. */
public final class FirstOperations {
    private static final int PROCESSES = 20;
    /** Of a hundred processes. */
    private static final int NEARLY_ALL = 95;
    private static final double LIMIT_MILLIS = 25;
    private static final List<String> STEPS = List.of("loading np", "arange, ones", "add");
    private static final String NUMPY = """
            from time import perf_counter_ns as clock
            start = clock()
            import numpy as np
            ready = clock()
            a = np.arange(1_000_000, dtype=np.float64)
            b = np.ones(1_000_000)
            made = clock()
            c = np.add(a, b)
            done = clock()
            print(ready - start, made - ready, done - made)
            """;

    private FirstOperations() {}

    /** Prints what was measured, and returns whether nearly all additions took no longer than they may. */
    public static boolean check(PrintWriter print) throws IOException {
        List<String> java = new ArrayList<>(
                List.of(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java"));
        java.addAll(Sides.flags());
        java.addAll(List.of("-cp", Sides.classPath(), FirstOperation.class.getName()));
        double[][] ours = new double[STEPS.size()][PROCESSES];
        double[][] theirs = new double[STEPS.size()][PROCESSES];
        for (int process = 0; process < PROCESSES; process++) {
            run(List.of("python3", "-c", NUMPY), theirs, process);
            run(java, ours, process);
        }
        print.println(PROCESSES + " new processes, 1e6 float64, milliseconds: median and 95th percentile");
        for (int step = 0; step < STEPS.size(); step++) {
            print.println(String.format(Locale.ROOT, "%-13s NumPy %6.1f %6.1f   Arrayport %6.1f %6.1f", STEPS.get(step),
                    of(50, theirs[step]), of(NEARLY_ALL, theirs[step]), of(50, ours[step]),
                    of(NEARLY_ALL, ours[step])));
        }
        double reached = of(NEARLY_ALL, ours[STEPS.size() - 1]);
        print.println(String.format(Locale.ROOT, "add at the 95th percentile: %.1f ms, allowed are %.0f", reached,
                LIMIT_MILLIS));
        print.flush();
        return reached <= LIMIT_MILLIS;
    }

    private static void run(List<String> command, double[][] millis, int process) throws IOException {
        Process child = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        child.getOutputStream().close();
        String[] words = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip().split(" ");
        if (words.length != STEPS.size()) {
            throw new ArrayportException("bench: " + command.getFirst() + " said '" + String.join(" ", words)
                    + "', not how long it took");
        }
        for (int step = 0; step < words.length; step++) {
            millis[step][process] = Long.parseLong(words[step]) / 1e6;
        }
    }

    /** The least time that so many of a hundred do not exceed. */
    private static double of(int percent, double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[Math.ceilDiv(percent * sorted.length, 100) - 1];
    }
}
