package io.arrayport.gpu.kernel;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.ufunc.UFunc;
import io.arrayport.core.ufunc.Ufuncs;

/**
 * The kernels there are: one for each loop of each ufunc that devices compute, and what converts and moves elements.
 * From this table the sources are written that make them, and by it a kernel is found. A module has the kernels of one
 * operation; each of them is loaded alone.
 */
public final class KernelTable {
    /** Bytes of elements that are moved as they are. */
    private static final List<Integer> WIDTHS = List.of(1, 2, 4, 8, 16);
    /** Operations whose functions of complex numbers are not written yet. */
    private static final Set<Op> REAL_ONLY = EnumSet.of(Op.SQRT, Op.EXP, Op.EXP2, Op.EXPM1, Op.LOG, Op.LOG2, Op.LOG10,
            Op.LOG1P, Op.SIN, Op.COS, Op.TAN, Op.ARCSIN, Op.ARCCOS, Op.ARCTAN, Op.SINH, Op.COSH, Op.TANH, Op.ARCSINH,
            Op.ARCCOSH, Op.ARCTANH, Op.POWER, Op.SIGN);
    /** Operations on the bits of a number, which 16-bit ones have others of than the float they are computed in. */
    private static final Set<Op> OWN_BITS = EnumSet.of(Op.NEXTAFTER, Op.SPACING);

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
        return "copy_" + name(from) + "_" + name(to);
    }

    /** Returns whether there is a kernel of that name. */
    public static boolean has(String kernel) {
        return KERNELS.containsKey(kernel);
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
        for (UFunc ufunc : Ufuncs.ALL) {
            for (Signature all : ufunc.loops().list()) {
                for (int k = 0; k < ufunc.ops().size(); k++) {
                    Op op = ufunc.ops().get(k);
                    Signature signature = all.giving(k);
                    if (isComputed(op, signature)) {
                        modules.computeIfAbsent(module(op), _ -> new LinkedHashSet<>()).add(line(op, signature));
                    }
                }
            }
        }
        for (DType from : DType.ALL) {
            Set<String> lines = modules.computeIfAbsent("copy_" + name(from), _ -> new LinkedHashSet<>());
            DType.ALL.stream().filter(to -> !to.equals(from))
                    .forEach(to -> lines.add("COPY(" + name(from) + ", " + name(to) + ")"));
        }
        Set<String> moves = new LinkedHashSet<>();
        for (int width : WIDTHS) {
            moves.add("MOVE(move, " + width + ", false)");
            moves.add("CHOOSE(" + width + ")");
            moves.add("FILL(" + width + ")");
            if (width > 1 && width < 16) {
                moves.add("MOVE(turn, " + width + ", true)");
            }
        }
        modules.put("move", moves);
        return modules;
    }

    private static boolean isComputed(Op op, Signature signature) {
        return DType.ALL.containsAll(signature.inputs()) && DType.ALL.containsAll(signature.outputs())
                && !(REAL_ONLY.contains(op) && signature.input(0).kind() == 'c')
                && !(OWN_BITS.contains(op) && signature.input(0).itemsize() == 2);
    }

    private static Map<String, String> kernels() {
        Map<String, String> kernels = new TreeMap<>();
        MODULES.forEach((module, lines) -> lines.forEach(line -> kernels.put(kernel(line), module)));
        return kernels;
    }

    /** Returns the name that a line's macro makes of its arguments. */
    private static String kernel(String line) {
        String[] parts = line.substring(0, line.length() - 1).split("\\(|, ");
        String kind = parts[0].toLowerCase(Locale.ROOT);
        return switch (kind) {
            case "move" -> parts[1] + "_" + parts[2];
            default -> kind + "_" + String.join("_", List.of(parts).subList(1, parts.length));
        };
    }

    private static String line(Op op, Signature signature) {
        List<String> arguments = new ArrayList<>();
        arguments.add(op.name().toLowerCase(Locale.ROOT));
        signature.inputs().forEach(type -> arguments.add(name(type)));
        arguments.add(name(signature.output()));
        return (op.inputs() == 1 ? "UNARY(" : "BINARY(") + String.join(", ", arguments) + ")";
    }

    private static String module(Op op) {
        return (op.inputs() == 1 ? "unary_" : "binary_") + op.name().toLowerCase(Locale.ROOT);
    }

    /** C++ has a bool of its own. */
    private static String name(DType type) {
        return type.equals(DType.BOOL) ? "bool_" : type.name();
    }
}
