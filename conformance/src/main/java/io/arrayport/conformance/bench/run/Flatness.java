package io.arrayport.conformance.bench.run;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.arrayport.conformance.bench.child.ExchangeStorm;
import io.arrayport.conformance.bench.child.ExpressionLoop;
import io.arrayport.conformance.bench.child.MillionExchanges;

/** Runs exchanges and expressions over and over in JVMs whose heap does not grow, so that resident size is ours. */
public final class Flatness {
    private static final long STORM = 10_000_000;

    private Flatness() {}

    /** Prints what the children find, and returns whether every limit held. */
    public static boolean check(PrintWriter print) throws IOException {
        boolean kept = child(print, List.of(), MillionExchanges.class);
        return child(print, List.of(), ExchangeStorm.class, Long.toString(STORM)) && kept;
    }

    /** As {@link #check}, of expressions for so long, with a small budget. */
    public static boolean loop(PrintWriter print, long seconds) throws IOException {
        return child(print, List.of("-Dio.arrayport.memory.budget=256MiB"), ExpressionLoop.class,
                Long.toString(seconds));
    }

    private static boolean child(PrintWriter print, List<String> flags, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(
                List.of(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch"));
        command.addAll(Sides.flags());
        command.addAll(flags);
        command.addAll(List.of("-cp", Sides.classPath(), main.getName()));
        command.addAll(List.of(arguments));
        Process child = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        child.getOutputStream().close();
        new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().forEach(print::println);
        print.flush();
        try {
            return child.waitFor() == 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
