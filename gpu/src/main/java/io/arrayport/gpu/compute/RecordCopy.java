package io.arrayport.gpu.compute;

import java.util.Collections;
import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.StructType.Field;
import io.arrayport.core.layout.Fields;
import io.arrayport.core.layout.Layout;
import org.jspecify.annotations.Nullable;

/**
 * Records to records field by field, in their order whatever their names; one element to every field of a record; and a
 * record of one field to an element, as casting rules have let through. What lies between fields stays as it is.
 */
final class RecordCopy {
    private RecordCopy() {}

    /** Whether records are no bytes that are moved as they are. */
    static boolean isNeeded(DType from, DType to) {
        return (from instanceof StructType || to instanceof StructType)
                && !(from.equals(to) && from instanceof StructType same && same.isFull());
    }

    static void run(Backend backend, Operand in, Operand out, @Nullable Operand where) {
        List<Field> sources = fields(in.dtype());
        List<Field> targets = fields(out.dtype());
        boolean one = !(in.dtype() instanceof StructType);
        for (int i = 0; i < targets.size(); i++) {
            Field from = sources.get(one ? 0 : i);
            Field to = targets.get(i);
            if (!from.shape().equals(to.shape()) && from.count() != 1) {
                throw NotOnDevice.refusal("astype from " + in.dtype() + " to " + out.dtype(), out.device());
            }
            backend.copy(part(in, from, to), part(out, to, to), where == null ? null : mask(where, to));
        }
    }

    private static List<Field> fields(DType type) {
        return type instanceof StructType struct ? struct.fields() : List.of(new Field("", type, 0));
    }

    /** A field's elements, with the axes of the one they are copied to. */
    private static Operand part(Operand records, Field field, Field target) {
        List<Integer> axes = field.shape().equals(target.shape()) ? field.shape() : ones(target);
        Layout layout = Fields.of(records.layout(), field.offset(), axes, field.type().itemsize());
        return Operand.of(field.type(), stretched(layout, records, target), records.storage());
    }

    /** Each bool for all elements of a field. */
    private static Operand mask(Operand where, Field target) {
        Layout layout = Fields.of(where.layout(), 0, ones(target), where.dtype().itemsize());
        return where.with(stretched(layout, where, target));
    }

    private static Layout stretched(Layout layout, Operand records, Field target) {
        return layout.broadcastTo(
                Fields.of(records.layout(), 0, target.shape(), target.type().itemsize()).shape());
    }

    private static List<Integer> ones(Field target) {
        return Collections.nCopies(target.shape().size(), 1);
    }
}
