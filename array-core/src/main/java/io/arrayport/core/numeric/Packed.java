package io.arrayport.core.numeric;

import java.lang.foreign.MemorySegment;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.ndarray.AstypeOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.CopyOption;
import io.arrayport.core.ndarray.Option.OrderOption;
import io.arrayport.core.ndarray.Temporaries;

/**
 * Elements in C order in main memory, for loops over them.
 *
 * @param array holds them; held itself until this is closed
 */
record Packed(NdArray array) implements AutoCloseable {

    Packed {
        array.storage().acquireOnHost();
    }

    /** The elements of an array in C order and as {@code type}, which they may be already. */
    static Packed of(NdArray array, DType type, AstypeOption... casting) {
        AstypeOption[] options = new AstypeOption[casting.length + 2];
        System.arraycopy(casting, 0, options, 0, casting.length);
        options[casting.length] = new OrderOption(Order.C);
        options[casting.length + 1] = new CopyOption(false);
        return new Packed(array.astype(type, options));
    }

    /** New elements beside an array, not set. */
    static Packed fresh(NdArray beside, DType type, Shape shape) {
        return new Packed(Temporaries.empty(beside, type, shape));
    }

    MemorySegment bytes() {
        return Memory.segment(array.address(), array.nbytes());
    }

    @Override
    public void close() {
        array.storage().release();
    }
}
