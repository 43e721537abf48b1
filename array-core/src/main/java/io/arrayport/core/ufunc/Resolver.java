package io.arrayport.core.ufunc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.dtype.WeakKind;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import org.jspecify.annotations.Nullable;

/** Finds the loop in which a ufunc computes: NumPy's rules (NEP 50). */
final class Resolver {
    private Resolver() {}

    /**
     * Returns the first loop that all inputs reach by safe casts, or that gives {@code keywords.dtype()}.
     *
     * @param operation named in errors
     * @param role how errors call what is written to
     * @throws DTypeException if there is none
     * @throws CastingException if {@code keywords.casting()} does not allow to bring the inputs to its types, or its
     *         result to {@code out}'s
     */
    static Signature resolve(UFunc ufunc, String operation, String role, List<Input> inputs, Keywords keywords) {
        if (keywords.dtype() instanceof TimeType) {
            throw TimeResolver.unit(operation, keywords.dtype());
        }
        List<DType> types = types(ufunc.loops(), inputs);
        DType wanted = keywords.dtype();
        Signature found = wanted == null || TimeResolver.concerns(types) ? search(ufunc, types)
                : TextResolver.concerns(types) ? TextResolver.giving(search(ufunc, types), wanted)
                        : giving(ufunc, types, wanted);
        if (found == null) {
            throw noLoop(ufunc, operation, types, wanted);
        }
        for (int i = 0; i < inputs.size(); i++) {
            check(operation, i, inputs.get(i), found.input(i), casting(ufunc, types, keywords.casting()));
        }
        for (int k = 0; k < found.outputs().size(); k++) {
            Operand out = keywords.out(k);
            if (out != null) {
                checkOut(operation, role, found.outputs().get(k), out.dtype(), keywords.casting());
            }
        }
        return found;
    }

    private static Casting casting(UFunc ufunc, List<DType> types, Casting casting) {
        return TextResolver.isTruth(ufunc) && TextResolver.concerns(types) ? Casting.UNSAFE
                : TimeResolver.casting(ufunc, types, casting);
    }

    /**
     * The types in native order; a weak number's is the one that it takes from the arrays. Where loops never have one
     * type for both inputs it takes none: beside a number a whole one is then the smallest integer.
     */
    private static List<DType> types(Loops loops, List<Input> inputs) {
        List<DType> strong = new ArrayList<>();
        List<WeakKind> weak = new ArrayList<>();
        for (Input input : inputs) {
            switch (input) {
                case Input.Array array -> strong.add(Promotion.nativeOf(array.operand().dtype()));
                case Input.Weak number -> weak.add(WeakKind.of(number.value()));
            }
        }
        if (weak.isEmpty()) {
            return strong;
        }
        if (TimeResolver.concerns(strong) || TextResolver.concerns(strong)) {
            return inputs.stream().map(TimeResolver::type).toList();
        }
        boolean apart = loops.isMixed() && weak.equals(List.of(WeakKind.INT)) && !strong.equals(List.of(DType.BOOL));
        DType common = apart ? DType.INT8 : Promotion.resultType(strong, weak);
        List<DType> types = new ArrayList<>();
        for (Input input : inputs) {
            types.add(input instanceof Input.Array array ? Promotion.nativeOf(array.operand().dtype()) : common);
        }
        return types;
    }

    /**
     * Returns the loop for two arrays of numbers that both have to be converted, or one of them; null if there is none,
     * or finding it takes more than their types.
     */
    static @Nullable Signature ofNumbers(UFunc ufunc, DType a, DType b) {
        if (ufunc.nout() > 1 || !isNumber(a) || !isNumber(b) || ufunc.loops().isMixed()) {
            return null;
        }
        return ufunc.loops().converting(List.of(a, b), types -> search(ufunc, types));
    }

    private static boolean isNumber(DType type) {
        return type.isNative() && "biufc".indexOf(type.kind()) >= 0;
    }

    /** Returns the loop for inputs of these types, in native order; null if there is none. */
    static @Nullable Signature search(UFunc ufunc, List<DType> types) {
        Loops loops = ufunc.loops();
        if (RecordResolver.concerns(types)) {
            return RecordResolver.search(ufunc, types);
        }
        if (TextResolver.concerns(types)) {
            return TextResolver.search(ufunc, types);
        }
        if (TimeResolver.concerns(types)) {
            return TimeResolver.search(ufunc, types);
        }
        if (loops.refuses(types)) {
            return null;
        }
        List<DType> asked = types;
        DType ofIntegers = loops.ofIntegers();
        if (ofIntegers != null && types.stream().allMatch(type -> "biu".indexOf(type.kind()) >= 0)) {
            asked = types.stream().map(_ -> ofIntegers).toList();
        }
        for (Signature signature : loops.list()) {
            if (reach(asked, signature)) {
                return signature;
            }
        }
        return null;
    }

    /** As NumPy: of the loops that give this type, the one for the inputs' types, or else the first. */
    private static @Nullable Signature giving(UFunc ufunc, List<DType> types, DType output) {
        Signature first = null;
        for (Signature signature : ufunc.loops().list()) {
            if (signature.outputs().stream().allMatch(output::equals)) {
                if (reach(types, signature)) {
                    return signature;
                }
                first = first == null && !ufunc.loops().isMixed() ? signature : first;
            }
        }
        return first;
    }

    private static boolean reach(List<DType> types, Signature signature) {
        if (TimeResolver.concerns(signature.inputs())) {
            return false; // integers count no time unless they stand beside one
        }
        for (int i = 0; i < types.size(); i++) {
            if (!Promotion.canCast(types.get(i), signature.input(i), Casting.SAFE)) {
                return false;
            }
        }
        return true;
    }

    private static void check(String operation, int i, Input input, DType to, Casting casting) {
        switch (input) {
            case Input.Array array -> {
                DType from = array.operand().dtype();
                if (!from.equals(to) && !Promotion.canCast(from, to, casting)) {
                    throw new CastingException(operation + ": operand " + i + " is " + from + ", the loop takes " + to
                            + ", and casting " + casting + " does not allow that; convert it with astype(...)");
                }
            }
            case Input.Weak number -> {
                WeakKind kind = WeakKind.of(number.value());
                DType from = Promotion.resultType(List.of(), List.of(kind));
                if ("biufc".indexOf(to.kind()) < "biufc".indexOf(from.kind())
                        && !Promotion.canCast(from, to, casting)) {
                    throw new CastingException(operation + ": operand " + i + " is the number " + number.value()
                            + ", the loop takes " + to + ", and casting " + casting + " does not allow that");
                }
            }
        }
    }

    private static void checkOut(String operation, String role, DType from, DType to, Casting casting) {
        if (!from.equals(to) && !Promotion.canCast(from, to, casting)) {
            throw new CastingException(operation + ": the result is " + from + ", " + role + " is " + to
                    + ", and casting " + casting + " does not allow that; give one of the result's type"
                    + (casting == Casting.UNSAFE ? "" : ", or allow more with casting(...)"));
        }
    }

    /** @param wanted the output's type, if the caller gave one */
    static DTypeException noLoop(UFunc ufunc, String operation, List<DType> types, @Nullable DType wanted) {
        String asked = types.stream().map(DType::toString).collect(Collectors.joining(", "));
        return new DTypeException(operation + ": no loop for (" + asked + ")"
                + (wanted == null ? "" : " that gives " + wanted) + "; there are " + String.join(" ", ufunc.types())
                + " (NumPy's type characters)"
                + (ufunc.loops().refuses(types) ? ", and " + types.getFirst() + " is refused" : "")
                + "; convert with astype(...)" + (wanted == null ? "" : ", or name another dtype"));
    }
}
