package io.arrayport.gpu.kernel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.TimeType;

/**
 * The kernels there are. From this table the sources are written that make them, and by it a kernel is found. A module
 * has the kernels of one operation; each of them is loaded alone.
 */
public final class KernelTable {
    private static final List<KernelRows> ROWS = List.of(
            new ElementwiseRows(),
            new MoveRows(),
            new IndexRows(),
            new SortRows(),
            new ProductKernels(),
            new FourierKernels(),
            new FoldRows(),
            new PartialRows(),
            new ChainRows());

    private static final Map<String, Set<String>> MODULES = modules();
    /** The module of each kernel. */
    private static final Map<String, String> KERNELS = kernels();

    private KernelTable() {}

    /** Returns the name of the kernel that computes {@code op} in these types. */
    public static String elementwise(Op op, Signature signature) {
        StringBuilder name = new StringBuilder(module(op));
        signature.inputs().forEach(type -> name.append('_').append(name(type)));
        return name.append('_').append(name(signature.output())).toString();
    }

    /** Returns the name of the kernel that converts elements. */
    public static String copy(DType from, DType to) {
        return "copy_" + name(counted(from)) + "_" + name(counted(to));
    }

    /** Beside other numbers, a time is its count. */
    private static DType counted(DType type) {
        return type instanceof TimeType ? DType.INT64 : type;
    }

    /** Returns whether there is a kernel of that name. */
    public static boolean has(String kernel) {
        return KERNELS.containsKey(kernel);
    }

    /** Returns whether functions.cuh has the function that computes {@code op} in these types. */
    public static boolean isFunction(Op op, Signature signature) {
        return module(op).equals(KERNELS.get(elementwise(op, signature)));
    }

    /** Returns the module in which a kernel is. */
    static String moduleOf(String kernel) {
        String module = KERNELS.get(kernel);
        if (module == null) {
            throw new IllegalArgumentException("cuda: there is no kernel " + kernel);
        }
        return module;
    }

    /** Returns the names of a module's kernels. */
    static List<String> namesOf(String module) {
        return MODULES.getOrDefault(module, Set.of()).stream().map(KernelTable::kernel).toList();
    }

    /** Returns the source of each module, by its name. */
    public static Map<String, String> sources() {
        Map<String, String> sources = new TreeMap<>();
        MODULES.forEach((module, lines) -> sources.put(module,
                "#include \"" + module.split("_")[0] + ".cuh\"\n" + String.join("\n", lines) + "\n"));
        return sources;
    }

    private static Map<String, Set<String>> modules() {
        Map<String, Set<String>> modules = new TreeMap<>();
        ROWS.forEach(rows -> rows.forEach((module, line) -> modules.computeIfAbsent(module,
                _ -> new LinkedHashSet<>()).add(line)));
        return modules;
    }

    private static Map<String, String> kernels() {
        Map<String, String> kernels = new TreeMap<>();
        MODULES.forEach((module, lines) -> lines.forEach(line -> kernels.put(kernel(line), module)));
        return kernels;
    }

    /** Returns the name that a line's macro makes of its arguments. */
    private static String kernel(String line) {
        String[] parts = line.substring(0, line.length() - 1).split("\\(|, ");
        // Whose functions a loop calls is no part of its name
        String kind = parts[0].toLowerCase(Locale.ROOT).replaceFirst("^(time|complex|half)_", "");
        return switch (kind) {
            case "move" -> parts[1] + "_" + parts[2];
            default -> kind + "_" + String.join("_", List.of(parts).subList(1, parts.length));
        };
    }

    static String module(Op op) {
        return (op.inputs() == 1 ? "unary_" : "binary_") + op.name().toLowerCase(Locale.ROOT);
    }

    /** Returns what sources call a type: C++ has a bool of its own, and times of any unit are counts of one type. */
    public static String name(DType type) {
        return type instanceof TimeType ? "time64" : type.equals(DType.BOOL) ? "bool_" : type.name();
    }
}
