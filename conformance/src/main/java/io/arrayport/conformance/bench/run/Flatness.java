package io.arrayport.conformance.bench.run;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.arrayport.conformance.bench.child.MillionExchanges;

/** Runs {@link MillionExchanges} in a JVM whose heap does not grow, so that resident size is ours. */
public final class Flatness {
    private Flatness() {}

    /** Prints what the child finds, and returns whether every limit held. */
    public static boolean check(PrintWriter print) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch"));
        command.addAll(Sides.flags());
        command.addAll(List.of("-cp", Sides.classPath(), MillionExchanges.class.getName()));
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
