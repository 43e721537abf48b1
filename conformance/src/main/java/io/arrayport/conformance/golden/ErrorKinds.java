package io.arrayport.conformance.golden;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.FloatingPointException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.LinearAlgebraException;
import io.arrayport.core.error.MemoryBudgetException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.error.ZeroCopyException;

/**
 * Which exceptions stand for which of Python's. Arrayport's distinctions are finer than ValueError and TypeError and
 * follow NumPy's own elsewhere; where NumPy's class is the ancestor of another, what stands for that other will do.
 */
final class ErrorKinds {
    private static final Set<Class<? extends Throwable>> TYPE = Set.of(DTypeException.class,
            CastingException.class);

    /**
     * IllegalArgumentException is Java's word for an argument that is none of the values it may have. A range with step
     * 0 divides by nothing in Java: its count of elements has no answer. Where weights add up to 0, it is a division.
     * A NameError is NumPy's word for a function that nobody has given, a RuntimeError that for weights of another
     * shape.
     */
    private static final Map<String, Set<Class<? extends Throwable>>> STAND_FOR = Map.ofEntries(
            Map.entry("ValueError", Set.of(ShapeException.class, AxisException.class, ReadOnlyException.class,
                    ZeroCopyException.class, IllegalArgumentException.class, ForeignDescriptorException.class)),
            Map.entry("AxisError", Set.of(AxisException.class)),
            Map.entry("IndexError", Set.of(IndexException.class, AxisException.class)),
            Map.entry("TypeError", TYPE), Map.entry("UFuncTypeError", TYPE),
            Map.entry("DTypePromotionError", Set.of(DTypeException.class)),
            Map.entry("OverflowError", Set.of(CastingException.class)),
            Map.entry("ZeroDivisionError", Set.of(ShapeException.class, ArithmeticException.class)),
            Map.entry("AssertionError", Set.of(AssertionError.class)),
            Map.entry("NameError", Set.of(IllegalStateException.class)),
            Map.entry("TooHardError", Set.of(IllegalArgumentException.class)),
            Map.entry("BufferError", Set.of(ZeroCopyException.class)),
            Map.entry("LinAlgError", Set.of(LinearAlgebraException.class, ShapeException.class)),
            Map.entry("FloatingPointError", Set.of(FloatingPointException.class)),
            Map.entry("EOFError", Set.of(ForeignDescriptorException.class)),
            Map.entry("error", Set.of(IllegalArgumentException.class)), // of regular expressions
            Map.entry("TokenError", Set.of(ForeignDescriptorException.class)),
            Map.entry("BadZipFile", Set.of(ForeignDescriptorException.class)),
            Map.entry("OSError", Set.of(UncheckedIOException.class)),
            Map.entry("AttributeError", Set.of(IllegalArgumentException.class)),
            Map.entry("RuntimeError", Set.of(ShapeException.class)),
            Map.entry("KeyError", Set.of(IllegalArgumentException.class, DTypeException.class)),
            Map.entry("LookupError", Set.of(IllegalArgumentException.class)),
            Map.entry("MemoryError", Set.of(MemoryBudgetException.class)));

    private ErrorKinds() {}

    /**
     * Whether {@code thrown} stands for a Python exception.
     *
     * @param python its class and ancestors, nearest first; the nearest one that is in the table decides
     */
    static boolean match(List<String> python, Throwable thrown) {
        return python.stream().filter(STAND_FOR::containsKey).findFirst()
                .map(nearest -> STAND_FOR.getOrDefault(nearest, Set.of()).contains(thrown.getClass())).orElse(false);
    }
}
