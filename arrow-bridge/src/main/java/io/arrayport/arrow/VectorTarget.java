package io.arrayport.arrow;

import java.nio.ByteOrder;
import java.util.Arrays;

import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.Target;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Lease;
import io.arrayport.core.ndarray.NdArray;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.ForeignAllocation;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.ipc.message.ArrowFieldNode;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;

/** A vector over an array's memory. The lease rides on arrow-java's foreign allocation and ends with it. */
record VectorTarget(BufferAllocator allocator, String field) implements Target<FieldVector> {
    @Override
    public String name() {
        return "Arrow vector \"" + field + "\"";
    }

    @Override
    public ExchangePlan plan(NdArray array) {
        DType dtype = array.dtype();
        if (ArrowNumber.of(dtype.withOrder(ByteOrder.nativeOrder())).isEmpty()) {
            return refused("Arrow has no plain number like " + dtype.name(),
                    "convert it with astype(...) to an int, uint or float");
        }
        if (array.ndim() != 1) {
            return refused("a vector has one axis, the array has shape " + array.shape(),
                    "export each column apart, or reshape it to one axis");
        }
        if (array.size() > Integer.MAX_VALUE) {
            return refused("arrow-java counts rows in an int, the array has " + array.size(), "export slices of it");
        }
        if (!array.device().equals(Device.CPU)) {
            return refused("a vector lies in CPU memory, the array on " + array.device(), "bring it to the CPU first");
        }
        if (!dtype.isNative()) {
            return ExchangePlan.needsCopy(name(), array.nbytes(), "its " + dtype.name() + " is in foreign byte order");
        }
        if (!array.isCContiguous()) {
            return ExchangePlan.needsCopy(name(), array.nbytes(), "a vector's values lie side by side, the array's "
                    + array.layout().stride(0) + " bytes apart");
        }
        if (array.storage().access() == Access.PROTECTED) {
            return ExchangePlan.needsCopy(name(), array.nbytes(),
                    "its memory is write-protected, and a vector's setters would fault");
        }
        return ExchangePlan.zeroCopy(name(),
                "Java cannot write until the vector is released; whoever calls the vector's"
                        + " setters can; a validity bitmap of " + Math.ceilDiv(array.size(), Byte.SIZE)
                        + " bytes is made");
    }

    private ExchangePlan refused(String reason, String remedy) {
        return ExchangePlan.refused(name(), reason, remedy);
    }

    @Override
    public FieldVector accept(NdArray array) {
        plan(array).requireZeroCopy();
        ArrowNumber number = ArrowNumber.of(array.dtype()).orElseThrow();
        Lease lease = array.storage().freeze(name());
        boolean held = false;
        try {
            FieldVector vector = vector(array, number, lease);
            held = true;
            return vector;
        } finally {
            // Idempotent: where arrow-java refuses after it has taken the allocation, it has closed the lease already
            if (!held) {
                lease.close();
            }
        }
    }

    private FieldVector vector(NdArray array, ArrowNumber number, Lease lease) {
        Field type = new Field(field, FieldType.nullable(number.minorType().getType()), null);
        FieldVector vector = type.createVector(allocator);
        // Retained by the vector; this reference is ours to drop, and where loading fails it is the last
        try (ArrowBuf values = allocator.wrapForeignAllocation(new Exported(array, lease));
                ArrowBuf noBitmap = allocator.getEmpty()) {
            vector.loadFieldBuffers(new ArrowFieldNode(array.size(), 0), Arrays.asList(noBitmap, values));
        } catch (RuntimeException | Error refused) {
            vector.close();
            throw refused;
        }
        return vector;
    }

    /** What arrow-java calls when the last reference on the values is gone. */
    private static final class Exported extends ForeignAllocation {
        private final Lease lease;

        Exported(NdArray array, Lease lease) {
            super(array.nbytes(), array.address());
            this.lease = lease;
        }

        @Override
        protected void release0() {
            lease.close();
        }
    }
}
