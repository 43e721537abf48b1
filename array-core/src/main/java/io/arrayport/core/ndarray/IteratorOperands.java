package io.arrayport.core.ndarray;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.ndarray.NditerOption.OpFlag;
import io.arrayport.core.ndarray.Option.CastingOption;

/** The arrays of an iterator as it sees them: some converted, some not to be written. Closing writes copies back. */
final class IteratorOperands implements AutoCloseable {
    private final List<NdArray> given;
    private final List<NdArray> seen = new ArrayList<>();
    private final List<Boolean> written = new ArrayList<>();
    private boolean closed;

    private IteratorOperands(List<NdArray> given) {
        this.given = List.copyOf(given);
    }

    /** The arrays as they are. */
    static IteratorOperands asTheyAre(List<NdArray> arrays) {
        IteratorOperands operands = new IteratorOperands(arrays);
        for (NdArray array : arrays) {
            operands.add(array, false);
        }
        return operands;
    }

    /**
     * The arrays by what the options say.
     *
     * @throws ShapeException if there are neither as many flags or types as arrays, nor one
     * @throws DTypeException if a type asks for a copy, and there is no leave for one
     * @throws io.arrayport.core.error.CastingException if the casting rule does not allow a conversion
     * @throws io.arrayport.core.error.ReadOnlyException if what is to be written may not be
     */
    static IteratorOperands of(String operation, List<NdArray> arrays, List<Set<OpFlag>> flags, List<DType> types,
            Casting casting, boolean buffered) {
        requireEach(operation, "opFlags", flags.size(), arrays.size());
        requireEach(operation, "opDtypes", types.size(), arrays.size());
        IteratorOperands operands = new IteratorOperands(arrays);
        boolean done = false;
        try {
            for (int i = 0; i < arrays.size(); i++) {
                NdArray array = arrays.get(i);
                Set<OpFlag> own = flags.isEmpty() ? Set.of() : flags.get(flags.size() == 1 ? 0 : i);
                DType type = types.isEmpty() ? array.dtype() : types.get(types.size() == 1 ? 0 : i);
                operands.add(operation, i, array, own, type, casting, buffered);
            }
            done = true;
            return operands;
        } finally {
            if (!done) {
                operands.closeCopies();
            }
        }
    }

    private static void requireEach(String operation, String option, int given, int arrays) {
        if (given > 1 && given != arrays) {
            throw new ShapeException(operation + ": " + option + " are given for " + given + " arrays, there are "
                    + arrays + "; give one for each, or one for all");
        }
    }

    private void add(String operation, int i, NdArray array, Set<OpFlag> flags, DType type, Casting casting,
            boolean buffered) {
        boolean writes = flags.contains(OpFlag.READWRITE) || flags.contains(OpFlag.WRITEONLY);
        if (writes) {
            array.operand().requireWriteable(operation, "operand " + i);
        }
        if (writes && flags.contains(OpFlag.COPY)) {
            throw new IllegalArgumentException(operation + ": operand " + i + " is to be written, so that a copy of it"
                    + " must be written back; give UPDATEIFCOPY for COPY");
        }
        if (type.equals(array.dtype())) {
            add(flags.isEmpty() || writes ? array : array.asReadOnly(), false);
            return;
        }
        if (!buffered && !flags.contains(OpFlag.COPY) && !flags.contains(OpFlag.UPDATEIFCOPY)) {
            throw new DTypeException(operation + ": operand " + i + " is " + array.dtype() + ", as " + type
                    + " it must be copied; allow that with the flag BUFFERED, or COPY for this operand");
        }
        Promotion.requireCast(operation, array.dtype(), type, casting);
        if (writes) {
            Promotion.requireCast(operation, type, array.dtype(), casting);
        }
        NdArray copy = Assignment.converted(array, type, Order.K);
        add(writes ? copy : copy.asReadOnly(), writes);
    }

    private void add(NdArray array, boolean isWritten) {
        seen.add(array);
        written.add(isWritten);
    }

    /** As the iterator sees them. */
    List<NdArray> seen() {
        return seen;
    }

    /** Writes back what was set in copies, and closes them. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            for (int i = 0; i < seen.size(); i++) {
                if (written.get(i)) {
                    Assignment.copyto(given.get(i), seen.get(i), new CastingOption(Casting.UNSAFE));
                }
            }
        } finally {
            closeCopies();
        }
    }

    private void closeCopies() {
        for (int i = 0; i < seen.size(); i++) {
            Temporaries.closeUnless(given.get(i), seen.get(i));
        }
    }
}
