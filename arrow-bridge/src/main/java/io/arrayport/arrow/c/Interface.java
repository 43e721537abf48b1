package io.arrayport.arrow.c;

import java.lang.ref.Cleaner;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.Lines;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.foreign.NativeCode;
import io.arrayport.core.foreign.StackRoom;

/** Structs in, structs out: what the public face of the C interfaces calls. */
public final class Interface {
    private Interface() {}

    /** Takes the two structs; both are released where one is refused. */
    public static ArrowColumn column(String operation, long schema, long array) {
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
        return ArrayIn.column(operation, field, moved);
    }

    /** As {@link #column}, where the array's struct is an {@code ArrowDeviceArray}. */
    public static ArrowColumn deviceColumn(long schema, long array) {
        String operation = "device import";
        Moved.check(operation, Struct.ARRAY, array);
        requireCpu(operation, array);
        return column(operation, schema, array);
    }

    /**
     * Throws unless an {@code ArrowDeviceArray} lies in main memory, and is ready.
     *
     * @throws ZeroCopyException where it lies on another device
     */
    static void requireCpu(String operation, long array) {
        requireCpu(operation, "the array lies", Raw.integer(array + Struct.DEVICE_TYPE));
        if (Raw.word(array + Struct.SYNC_EVENT) != 0) {
            throw new ForeignDescriptorException(Lines.one("arrow " + operation
                    + ": sync_event: expected NULL on the CPU, found an event"));
        }
    }

    static void requireCpu(String operation, String what, int type) {
        if (type != Struct.DEVICE_CPU) {
            throw new ZeroCopyException(
                    "arrow " + operation + ": device_type: " + what + " on a device of type " + type
                            + ", expected " + Struct.DEVICE_CPU + " (CPU): have its producer copy it to the CPU");
        }
    }

    /** Fills the two structs, which are the consumer's memory; where it fails, both are marked as released. */
    public static void export(ArrowColumn column, long schema, long array) {
        StackRoom.require("arrow export");
        requireAddress("export", Struct.SCHEMA, schema);
        requireAddress("export", Struct.ARRAY, array);
        SchemaOut.write(column.field(), schema);
        try {
            ArrayOut.write(column, array);
        } catch (RuntimeException | Error refused) {
            Raw.clear(array, Struct.ARRAY.size);
            LiveExports.releaseNow(schema, Struct.SCHEMA);
            throw refused;
        }
    }

    /** As {@link #export}, where the array's struct is an {@code ArrowDeviceArray}. */
    public static void exportDevice(ArrowColumn column, long schema, long array) {
        requireAddress("device export", Struct.ARRAY, array);
        Raw.clear(array, Struct.DEVICE_ARRAY.size);
        export(column, schema, array);
        sayCpu(array);
    }

    static void sayCpu(long array) {
        Raw.word(array + Struct.DEVICE_ID, -1);
        Raw.integer(array + Struct.DEVICE_TYPE, Struct.DEVICE_CPU);
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

    /** Runs {@code action} once: when asked to, or when the collector finds that {@code owner} was dropped. */
    public static Cleaner.Cleanable whenDropped(Object owner, Runnable action) {
        return Calls.LATER.register(owner, action);
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
