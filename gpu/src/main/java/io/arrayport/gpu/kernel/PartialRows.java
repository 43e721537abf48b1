package io.arrayport.gpu.kernel;

import java.util.List;
import java.util.function.BiConsumer;

import io.arrayport.core.dtype.DType;

/** Running results, of what is accumulated as a rule; positions of extremes; and what bools choose. */
public final class PartialRows implements KernelRows {
    private static final List<String> RUNNING = List.of("add", "multiply", "maximum", "minimum", "logical_and",
            "logical_or");
    private static final int WIDEST = 16;

    /** Returns the name of the kernel that accumulates elements of a type; there may be none. */
    public static String scan(String name, DType type) {
        return "scan_" + name + "_" + KernelTable.name(type);
    }

    /** Returns the name of the kernel that accumulates them where there is no other; there may be none either. */
    public static String chain(String name, DType type) {
        return ChainRows.chain(name, type);
    }

    /** Returns the name of the kernel that finds extremes of a type. */
    public static String arg(String name, DType type) {
        return "arg_" + name + "_" + KernelTable.name(type);
    }

    @Override
    public void forEach(BiConsumer<String, String> row) {
        new FoldRows().forEach((module, line) -> {
            String[] parts = line.substring(line.indexOf('(') + 1, line.length() - 1).split(", ");
            boolean runs = RUNNING.stream().anyMatch(parts[0]::endsWith);
            if (line.startsWith("FOLD") && parts[1].equals(parts[2]) && runs) {
                row.accept(module.replaceFirst("fold", "scan"), "SCAN(" + parts[0] + ", " + parts[1] + ")");
            }
        });
        for (DType type : DType.ALL) {
            row.accept("arg", "ARG(maximum, " + KernelTable.name(type) + ")");
            row.accept("arg", "ARG(minimum, " + KernelTable.name(type) + ")");
        }
        row.accept("mask", "COUNTED(1)");
        row.accept("mask", "POSITIONS(8)");
        row.accept("mask", "TALLY(8)");
        for (int width = 1; width <= WIDEST; width *= 2) {
            row.accept("mask", "TAKEN(" + width + ")");
        }
    }
}
