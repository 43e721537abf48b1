package io.arrayport.core.backend;

import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;

/**
 * An array as operations see it: element type, geometry and owner. Owns nothing; whoever made it has checked that the
 * layout lies inside the storage.
 *
 * @param writeable whether the view allows writing; the storage must allow it too
 */
public record Operand(DType dtype, Layout layout, Storage storage, boolean writeable) {
    /** Strings of any length are those whose bytes lie beside this storage. */
    public Operand {
        dtype = dtype instanceof StringType strings ? strings.over(storage.sideBuffers()) : dtype;
    }

    /** Returns the operand that may be written as far as its storage may. */
    public static Operand of(DType dtype, Layout layout, Storage storage) {
        return new Operand(dtype, layout, storage, true);
    }

    /** Returns the lengths along the axes. */
    public Shape shape() {
        return layout.shape();
    }

    /** Returns where the bytes lie. */
    public Device device() {
        return storage.device();
    }

    /** Returns whether elements may be written now. */
    public boolean isWriteable() {
        return writeable && storage.isWriteable();
    }

    /**
     * Checks that elements may be written now.
     *
     * @param operation named in the error
     * @param what how its caller knows this operand: {@code "this array"}, {@code "out"}
     * @throws ReadOnlyException saying what forbids it
     */
    public void requireWriteable(String operation, String what) {
        List<String> freezers = storage.freezers();
        if (storage.access() != Access.WRITEABLE) {
            throw readOnly(operation, what, "it lies in " + storage.access() + " storage of " + storage.origin()
                    + (storage.access() == Access.PROTECTED ? ", where a write faults" : "") + "; write to a copy()");
        }
        if (!writeable) {
            throw readOnly(operation, what,
                    "it is a read-only view (broadcast or asReadOnly); write to the array it views, or to a copy()");
        }
        if (!freezers.isEmpty()) {
            throw readOnly(operation, what, "it is frozen while " + String.join(", ", freezers)
                    + (freezers.size() == 1 ? " holds it; close that first" : " hold it; close these first")
                    + ", or write to a copy()");
        }
    }

    private static ReadOnlyException readOnly(String operation, String what, String why) {
        return new ReadOnlyException(operation + ": " + what + " is read-only: " + why);
    }

    /** Returns the same bytes seen through another layout. */
    public Operand with(Layout other) {
        return new Operand(dtype, other, storage, writeable);
    }

    /** Returns the address of the storage's first touched byte. */
    public long minAddress() {
        return storage.address() + layout.minByte();
    }

    /** Returns one past the address of the last touched byte; {@link #minAddress()} if there are no elements. */
    public long endAddress() {
        return layout.size() == 0 ? minAddress() : storage.address() + layout.endByte(dtype.itemsize());
    }
}
