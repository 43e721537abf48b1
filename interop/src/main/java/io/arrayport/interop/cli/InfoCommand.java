package io.arrayport.interop.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code arrayport info}: what is here, and the line that mends what is not. */
@Command(name = "info", mixinStandardHelpOptions = true, description = "Says what of JDK, SIMD, libtorch, Arrow, CUDA"
        + " and Python is here, and how to mend what is missing.")
final class InfoCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--json", description = "print as JSON:"
            + " {\"items\": [{\"name\", \"found\", \"detail\", \"remedy\"}]}")
    private boolean json;

    private record Report(List<Inventory.Item> items) {}

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<Inventory.Item> items = Inventory.take();
        if (json) {
            Json.print(out, new Report(items));
            return 0;
        }
        for (Inventory.Item item : items) {
            out.printf("%-9s %-8s %s%n", item.name(), item.found() ? "found" : "missing", item.detail());
            if (!item.remedy().isEmpty()) {
                out.printf("%-18s %s%n", "", "-> " + item.remedy());
            }
        }
        out.flush();
        return 0;
    }
}
