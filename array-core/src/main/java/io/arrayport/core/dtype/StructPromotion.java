package io.arrayport.core.dtype;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.arrayport.core.dtype.StructType.Field;
import io.arrayport.core.error.DTypeException;
import org.jspecify.annotations.Nullable;

/** {@link Promotion} of structured types: field by field, in their order. */
final class StructPromotion {
    private StructPromotion() {}

    /** The type whose fields hold those of both, without gaps but those of alignment. */
    static StructType common(StructType a, StructType b) {
        if (!a.names().equals(b.names())) {
            throw new DTypeException("promote_types: the fields of " + a + " and " + b
                    + " have not the same names; give them the same, in one order");
        }
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < a.fields().size(); i++) {
            Field one = a.fields().get(i);
            Field other = b.fields().get(i);
            if (!Objects.equals(one.title(), other.title()) || !one.shape().equals(other.shape())) {
                throw new DTypeException("promote_types: field '" + one.name() + "' has shape " + one.shape()
                        + " and title " + one.title() + " in one type, " + other.shape() + " and " + other.title()
                        + " in the other; give it the same in both");
            }
            fields.add(one.withType(Promotion.promoteTypes(one.type(), other.type())));
        }
        return StructLayout.placed(fields, a.aligned() || b.aligned());
    }

    /**
     * The strictest rule that allows to convert one to the other, one of which at least is structured: null if none
     * does.
     */
    static @Nullable Casting least(DType from, DType to) {
        if (from instanceof StructType source && to instanceof StructType target) {
            return structs(source, target);
        }
        if (from instanceof StructType source) {
            boolean kept = to instanceof VoidType && to.itemsize() == 0;
            return kept ? Casting.NO : source.fields().size() == 1
                    && castable(source.fields().getFirst().type(), to) ? Casting.UNSAFE : null;
        }
        return to instanceof StructType target
                && target.fields().stream().allMatch(field -> castable(from, field.type())) ? Casting.UNSAFE : null;
    }

    private static boolean castable(DType from, DType to) {
        return Promotion.canCast(from, to, Casting.UNSAFE);
    }

    private static @Nullable Casting structs(StructType from, StructType to) {
        if (from.fields().size() != to.fields().size()) {
            return null;
        }
        Casting least = from.itemsize() == to.itemsize() ? Casting.NO : Casting.EQUIV;
        for (int i = 0; i < from.fields().size(); i++) {
            Field source = from.fields().get(i);
            Field target = to.fields().get(i);
            Casting field = field(source, target);
            if (field == null) {
                return null;
            }
            boolean named = source.name().equals(target.name()) && Objects.equals(source.title(), target.title());
            least = most(least, most(field, !named ? Casting.SAFE
                    : source.offset() == target.offset() ? Casting.NO : Casting.EQUIV));
        }
        return least;
    }

    private static @Nullable Casting field(Field from, Field to) {
        if (!castable(from.type(), to.type())) {
            return null;
        }
        boolean same = from.shape().equals(to.shape());
        if (!same && !from.shape().isEmpty()) {
            return Casting.UNSAFE;
        }
        Casting strictest = same ? Casting.NO : Casting.SAFE;
        while (!Promotion.canCast(from.type(), to.type(), strictest)) {
            strictest = Casting.values()[strictest.ordinal() + 1];
        }
        return strictest;
    }

    private static Casting most(Casting a, Casting b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
