package io.arrayport.core.backend;

import java.util.List;

import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.DeviceType;
import io.arrayport.core.memory.Storage;

/**
 * What a kind of device offers to array operations. Found by {@link java.util.ServiceLoader}; an operation runs on
 * the backend of the device where its operands are.
 *
 * <p>A backend computes and decides nothing: the caller has resolved types, broadcast shapes, ruled out overlaps,
 * checked that the output may be written, and holds a lease on every operand until the method returns. Element types
 * are in native byte order. A method returns when its result may be read by the next call on the same backend.
 */
public interface Backend {
    /** Returns the kind of device this backend serves. */
    DeviceType deviceType();

    /**
     * Allocates uninitialised memory on a device of this kind, owned by the returned storage and adopted by the
     * ambient scope.
     *
     * @throws io.arrayport.core.error.MemoryBudgetException if there is no room
     */
    Storage allocate(Device device, long bytes);

    /**
     * Sets every element to {@code value}, which the caller has seen to fit: integers as a Long, floats as any
     * number, rounded to nearest.
     */
    void fill(Operand out, Number value);

    /**
     * Computes {@code out = op(a, b)}. All three have one shape and one element type; {@code out} is exactly one of
     * the inputs or overlaps neither.
     */
    void binary(Op op, Operand a, Operand b, Operand out);

    /**
     * Computes {@code out = op(out, reduction of in by op)}. {@code out} has {@code in}'s shape, with stride 0 along
     * the axes that are reduced, and overlaps {@code in} nowhere; its element type is {@code in}'s or a wider one,
     * and reductions run in it. Floats are added in NumPy's order.
     */
    void reduce(Op op, Operand in, Operand out);

    /**
     * Copies elements, converting them to {@code out}'s type. Both have one shape and overlap nowhere.
     *
     * @throws io.arrayport.core.error.DTypeException if there is no such conversion
     */
    void copy(Operand in, Operand out);

    /**
     * Returns the backend that all operands' devices share.
     *
     * @param operation named in errors
     * @throws ArrayportException if the operands lie on different devices
     * @throws io.arrayport.core.error.DeviceException if nothing serves theirs
     */
    static Backend of(String operation, List<Operand> operands) {
        Device device = operands.getFirst().device();
        for (int i = 1; i < operands.size(); i++) {
            Device other = operands.get(i).device();
            if (!other.equals(device)) {
                throw new ArrayportException(
                        operation + ": operand 0 is on " + device + ", operand " + i + " on " + other
                                + "; an operation runs where its operands are, so copy one of them over first");
            }
        }
        return of(operation, device);
    }

    /**
     * Returns the backend that serves {@code device}.
     *
     * @param operation named in errors
     * @throws io.arrayport.core.error.DeviceException if there is none
     */
    static Backend of(String operation, Device device) {
        return Backends.of(operation, device);
    }
}
