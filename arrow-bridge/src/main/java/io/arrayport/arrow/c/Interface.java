package io.arrayport.arrow.c;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.foreign.NativeCode;
import io.arrayport.core.foreign.StackRoom;

/** Structs in, structs out: what the public face of the C interfaces calls. */
public final class Interface {
    private Interface() {}

    /** Takes the two structs; both are released where one is refused. */
    public static ArrowColumn column(String operation, long schema, long array) {
        return column(operation, schema, array, Place.HERE);
    }

    private static ArrowColumn column(String operation, long schema, long array, Place place) {
        StackRoom.require("arrow " + operation);
        Moved.check(operation, Struct.SCHEMA, schema);
        Moved moved = Moved.take(operation, Struct.ARRAY, array);
        ArrowField field;
        try {
            field = SchemaIn.take(operation, schema);
        } catch (RuntimeException | Error refused) {
            moved.run();
            throw refused;
        }
        return ArrayIn.column(operation, field, moved, place);
    }

    /** As {@link #column}, where the array's struct is an {@code ArrowDeviceArray}. */
    public static ArrowColumn deviceColumn(long schema, long array) {
        String operation = "device import";
        Moved.check(operation, Struct.ARRAY, array);
        return column(operation, schema, array, Place.of(operation, array));
    }

    /** Fills the two structs, which are the consumer's memory; where it fails, both are marked as released. */
    public static void export(ArrowColumn column, long schema, long array) {
        StackRoom.require("arrow export");
        requireAddress("export", Struct.SCHEMA, schema);
        requireAddress("export", Struct.ARRAY, array);
        fill(column, schema, array, () -> ArrayOut.write(column, array));
    }

    private static void fill(ArrowColumn column, long schema, long array, Runnable write) {
        SchemaOut.write(column.field(), schema);
        try {
            write.run();
        } catch (RuntimeException | Error refused) {
            Raw.clear(array, Struct.ARRAY.size);
            LiveExports.releaseNow(schema, Struct.SCHEMA);
            throw refused;
        }
    }

    /** As {@link #export}, where the array's struct is an {@code ArrowDeviceArray}, wherever the column lies. */
    public static void exportDevice(ArrowColumn column, long schema, long array) {
        StackRoom.require("arrow device export");
        requireAddress("device export", Struct.SCHEMA, schema);
        requireAddress("device export", Struct.ARRAY, array);
        fill(column, schema, array, () -> DeviceOut.write(column, array));
    }

    static void requireAddress(String operation, Struct struct, long address) {
        if (address <= 0 || address % Struct.WORD != 0) {
            throw new ForeignDescriptorException("arrow " + operation + ": " + struct.title + ": expected an address "
                    + "that is a multiple of 8, found 0x" + Long.toHexString(address));
        }
    }

    /** Throws unless {@code address} can be a stream's. */
    public static void requireStream(long address) {
        requireAddress("stream export", Struct.STREAM, address);
    }

    /** Memory for both structs, marked as released; the schema first. */
    public static long allocatePair() {
        long address = Calls.malloc(Struct.SCHEMA.size + Struct.ARRAY.size);
        Raw.clear(address, Struct.SCHEMA.size + Struct.ARRAY.size);
        return address;
    }

    /** Where the array lies in a pair. */
    public static long arrayOf(long pair) {
        return pair + Struct.SCHEMA.size;
    }

    /** Releases what of a pair nobody took, and frees its memory. */
    public static void freePair(long pair) {
        try {
            release(pair, Struct.SCHEMA);
            release(arrayOf(pair), Struct.ARRAY);
        } finally {
            NativeCode.free(pair);
        }
    }

    private static void release(long address, Struct struct) {
        if (Raw.word(address + struct.release) != 0) {
            LiveExports.releaseNow(address, struct);
        }
    }

    /** Structs and streams that consumers have and did not release: for tests and monitoring. */
    public static long live() {
        return LiveExports.live() + StreamOut.live();
    }
}
