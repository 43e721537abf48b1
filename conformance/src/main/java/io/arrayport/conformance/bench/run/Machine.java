package io.arrayport.conformance.bench.run;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine that is measured on, and how a process is held to one of its cores. */
public final class Machine {
    private static final Path CPUS = Path.of("/proc/cpuinfo");
    private static final Path STATUS = Path.of("/proc/self/status");
    /** Share of the cores that may be busy before figures suffer. */
    private static final double QUIET = 0.25;

    private Machine() {}

    /** Returns how many cores this process may use. */
    public static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Returns the processor's name, or the architecture where the system does not say. */
    public static String cpu() {
        return entry(CPUS, "model name").orElse(System.getProperty("os.arch"));
    }

    /** Returns how many processes wanted to run in the last minute; negative where the system does not say. */
    public static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** Returns whether a load is too high for good figures. */
    public static boolean isBusy(double load) {
        return load > QUIET * cores();
    }

    /** Returns the words that start a command on one core; none where that cannot be had. */
    public static List<String> onOneCore() {
        boolean there = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "taskset")));
        if (!there) {
            return List.of();
        }
        // The last one: interrupts and other people's programs prefer the first
        return entry(STATUS, "Cpus_allowed_list").map(list -> List.of("taskset", "-c", list.replaceAll(".*[,-]", "")))
                .orElse(List.of());
    }

    private static Optional<String> entry(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name)).findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
