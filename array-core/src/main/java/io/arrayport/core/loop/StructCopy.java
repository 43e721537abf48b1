package io.arrayport.core.loop;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.StructType.Field;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.kernel.UnaryKernel;
import io.arrayport.core.memory.Memory;

/**
 * Converts records to records field by field, in their order whatever their names; one element to every field of a
 * record; and a record of one field to an element. What lies between fields stays as it is.
 */
final class StructCopy implements UnaryKernel {
    /**
     * Elements of a field.
     *
     * @param fromStep bytes from one to the next of one record
     * @param kernel converts them
     */
    private record Part(int from, int fromStep, int to, int toStep, int count, UnaryKernel kernel) {
        void run(long in, long inStride, long out, long outStride, long n) {
            if (count <= n) {
                for (int k = 0; k < count; k++) {
                    kernel.run(in + from + (long) k * fromStep, inStride, out + to + (long) k * toStep, outStride, n);
                }
            } else {
                for (long i = 0; i < n; i++) {
                    kernel.run(in + i * inStride + from, fromStep, out + i * outStride + to, toStep, count);
                }
            }
        }
    }

    private final List<Part> parts = new ArrayList<>();

    private StructCopy() {}

    /**
     * Returns what converts, where at least one of the types is structured.
     *
     * @throws CastingException if records have not as many fields as there
     */
    static UnaryKernel of(DType from, DType to) {
        StructCopy copy = new StructCopy();
        List<Field> sources = from instanceof StructType source ? source.fields() : List.of(new Field("", from, 0));
        List<Field> targets = to instanceof StructType target ? target.fields() : List.of(new Field("", to, 0));
        if (from instanceof StructType && sources.size() != targets.size()) {
            throw new CastingException("set: records of " + sources.size() + " fields are no elements of " + to
                    + "; give as many fields, or take one of them");
        }
        for (int i = 0; i < targets.size(); i++) {
            copy.add(from instanceof StructType ? sources.get(i) : sources.getFirst(), targets.get(i));
        }
        return copy;
    }

    private void add(Field from, Field to) {
        UnaryKernel kernel = Converters.of(from.type(), to.type());
        int size = from.type().itemsize();
        int toSize = to.type().itemsize();
        if (from.shape().equals(to.shape())) {
            parts.add(new Part(from.offset(), size, to.offset(), toSize, to.count(), kernel));
        } else if (from.count() == 1) {
            parts.add(new Part(from.offset(), 0, to.offset(), toSize, to.count(), kernel));
        } else {
            for (int k = 0; k < to.count(); k++) {
                int at = Broadcasting.source(from.shape(), to.shape(), k);
                parts.add(new Part(from.offset() + Math.max(0, at) * size, 0, to.offset() + k * toSize, 0, 1,
                        at < 0 ? zeros(toSize) : kernel));
            }
        }
    }

    private static UnaryKernel zeros(int bytes) {
        return (_, _, out, outStride, n) -> {
            for (long i = 0; i < n; i++) {
                Memory.segment(out + i * outStride, bytes).fill((byte) 0);
            }
        };
    }

    @Override
    public void run(long in, long inStride, long out, long outStride, long n) {
        for (Part part : parts) {
            part.run(in, inStride, out, outStride, n);
        }
    }

    /** NumPy's assignment from one field that is an array to another one of another shape. */
    private static final class Broadcasting {
        /**
         * Returns which element of the source goes to the k-th of the target: axes are aligned at the last, one of
         * length 1 is repeated, further ones of the source are taken at their first; -1 where the source ends before.
         */
        static int source(List<Integer> from, List<Integer> to, int k) {
            int at = 0;
            int stride = 1;
            int rest = k;
            for (int axis = 1; axis <= Math.max(from.size(), to.size()); axis++) {
                int toLength = axis <= to.size() ? to.get(to.size() - axis) : 1;
                int fromLength = axis <= from.size() ? from.get(from.size() - axis) : 1;
                int index = rest % toLength;
                rest /= toLength;
                if (fromLength != 1 && index >= fromLength) {
                    return -1;
                }
                at += fromLength == 1 ? 0 : index * stride;
                stride *= fromLength;
            }
            return at;
        }
    }
}
