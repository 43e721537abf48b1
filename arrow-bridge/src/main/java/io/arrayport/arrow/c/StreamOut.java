package io.arrayport.arrow.c;

import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.RecordBatch;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.foreign.HandleTable;
import io.arrayport.core.foreign.NativeCode;
import io.arrayport.core.memory.DeviceType;

/**
 * Batches as an {@code ArrowArrayStream}, or one of the device interface: the functions that a consumer calls, and what
 * they read from.
 */
public final class StreamOut extends HandleTable.Entry {
    /** The errno for what a batch or its source threw. */
    private static final int EIO = 5;
    private static final int EINVAL = 22;
    private static final HandleTable<StreamOut> TABLE = new HandleTable<>();
    private static final Stubs PLAIN = Stubs.of(MethodHandles.lookup(), "getSchema", "getNext",
            "getLastError", "release");
    private static final Stubs DEVICE = Stubs.of(MethodHandles.lookup(), "getDeviceSchema", "getDeviceNext",
            "getDeviceLastError", "releaseDevice");

    private final ArrowField field;
    private final Iterator<RecordBatch> batches;
    private final AutoCloseable source;
    private final DeviceType device;
    /** A C string of what went wrong last; 0 where nothing did. */
    private long message;

    /** C function pointers, one for each callback of a struct: the structs differ in where the stream's id lies. */
    private record Stubs(long schema, long next, long lastError, long release) {
        static Stubs of(MethodHandles.Lookup here, String schema, String next, String lastError, String release) {
            return new Stubs(Calls.getStub(here, schema), Calls.getStub(here, next), Calls.errorStub(here, lastError),
                    Calls.releaseStub(here, release));
        }

        void write(Struct struct, long id, long address) {
            long callbacks = address + struct.callbacks();
            Raw.word(callbacks + Struct.GET_SCHEMA, schema);
            Raw.word(callbacks + Struct.GET_NEXT, next);
            Raw.word(callbacks + Struct.GET_LAST_ERROR, lastError);
            Raw.word(address + struct.privateData(), id);
            Raw.word(address + struct.release, release);
        }
    }

    private StreamOut(ArrowField field, Iterator<RecordBatch> batches, AutoCloseable source, DeviceType device) {
        this.field = field;
        this.batches = batches;
        this.source = source;
        this.device = device;
    }

    /**
     * Fills the struct at {@code address}, which is the consumer's memory.
     *
     * @param batches asked for one at a time, when the consumer wants one, on its thread
     * @param source closed when the consumer releases the stream
     */
    public static void write(ArrowSchema schema, Iterator<RecordBatch> batches, AutoCloseable source, long address) {
        PLAIN.write(Struct.STREAM, entered(schema, batches, source, DeviceType.CPU), address);
    }

    /**
     * As {@link #write}, as a stream of the device interface.
     *
     * @param device where every batch lies
     */
    public static void writeDevice(ArrowSchema schema, DeviceType device, Iterator<RecordBatch> batches,
            AutoCloseable source, long address) {
        Raw.clear(address, Struct.DEVICE_STREAM.size);
        Raw.integer(address + Struct.STREAM_DEVICE_TYPE, device.code());
        DEVICE.write(Struct.DEVICE_STREAM, entered(schema, batches, source, device), address);
    }

    private static long entered(ArrowSchema schema, Iterator<RecordBatch> batches, AutoCloseable source,
            DeviceType device) {
        ArrowField field = new ArrowField("", new ArrowType.Struct(), false, schema.metadata(), schema.fields());
        return TABLE.put(new StreamOut(field, batches, source, device));
    }

    /** Streams that consumers have and did not release. */
    static long live() {
        return TABLE.counts().live();
    }

    /** Target of an upcall; what escapes would end the VM. */
    @SuppressWarnings("unused") // found by name
    private static int getSchema(long self, long out) {
        return schema(Struct.STREAM, self, out);
    }

    /** Target of an upcall. */
    @SuppressWarnings("unused") // found by name
    private static int getDeviceSchema(long self, long out) {
        return schema(Struct.DEVICE_STREAM, self, out);
    }

    private static int schema(Struct struct, long self, long out) {
        return guarded(struct, self, out, Struct.SCHEMA, stream -> SchemaOut.write(stream.field, out));
    }

    /** Target of an upcall. At the end the array is left marked as released. */
    @SuppressWarnings("unused") // found by name
    private static int getNext(long self, long out) {
        return guarded(Struct.STREAM, self, out, Struct.ARRAY,
                stream -> stream.next(column -> ArrayOut.write(column, out)));
    }

    /** Target of an upcall. */
    @SuppressWarnings("unused") // found by name
    private static int getDeviceNext(long self, long out) {
        return guarded(Struct.DEVICE_STREAM, self, out, Struct.DEVICE_ARRAY, stream -> stream.next(column -> {
            stream.requireThere(column);
            DeviceOut.write(column, out);
        }));
    }

    private void requireThere(ArrowColumn column) {
        DeviceType found = column.device().type();
        if (found != device && !(found.isHost() && device.isHost())) {
            throw new ZeroCopyException("stream export: expected batches on a device of type " + device
                    + ", found one on " + column.device() + ": bring it there with toDevice(...)");
        }
    }

    private void next(Consumer<ArrowColumn> write) {
        if (!batches.hasNext()) {
            return;
        }
        RecordBatch batch = batches.next();
        ArrowField given = new ArrowField("", new ArrowType.Struct(), false, Map.of(), batch.schema().fields());
        if (!given.holdsAs(field)) {
            throw new DTypeException("stream export: expected batches of " + types(field) + ", found " + types(given));
        }
        write.accept(batch.toStruct());
    }

    private static String types(ArrowField struct) {
        return struct.children().stream().map(child -> child.name() + ": " + child.type()).toList().toString();
    }

    private interface Step {
        void take(StreamOut stream);
    }

    private static int guarded(Struct kind, long self, long out, Struct filled, Step step) {
        try {
            Raw.clear(out, filled.size);
            StreamOut stream = TABLE.get(Raw.word(self + kind.privateData()));
            if (stream == null) {
                return EINVAL;
            }
            try {
                step.take(stream);
                return 0;
            } catch (Throwable failed) {
                stream.say(String.valueOf(failed.getMessage()));
                return EIO;
            }
        } catch (Throwable t) {
            Reports.failed("a stream's callback failed", t);
            return EIO;
        }
    }

    private void say(String text) {
        if (message != 0) {
            NativeCode.free(message);
        }
        byte[] bytes = (text.replace('\0', ' ') + "\0").getBytes(StandardCharsets.UTF_8);
        message = Calls.malloc(bytes.length);
        Raw.bytes(message, bytes);
    }

    /** Target of an upcall. The string is ours, good until the next call. */
    @SuppressWarnings("unused") // found by name
    private static long getLastError(long self) {
        return lastError(Struct.STREAM, self);
    }

    /** Target of an upcall. */
    @SuppressWarnings("unused") // found by name
    private static long getDeviceLastError(long self) {
        return lastError(Struct.DEVICE_STREAM, self);
    }

    private static long lastError(Struct struct, long self) {
        try {
            StreamOut stream = TABLE.get(Raw.word(self + struct.privateData()));
            return stream == null ? 0 : stream.message;
        } catch (Throwable t) {
            Reports.failed("a stream's callback failed", t);
            return 0;
        }
    }

    /** Target of an upcall. */
    @SuppressWarnings("unused") // found by name
    private static void release(long self) {
        release(Struct.STREAM, self);
    }

    /** Target of an upcall. */
    @SuppressWarnings("unused") // found by name
    private static void releaseDevice(long self) {
        release(Struct.DEVICE_STREAM, self);
    }

    private static void release(Struct struct, long self) {
        try {
            if (self == 0 || Raw.word(self + struct.release) == 0) {
                return;
            }
            Raw.word(self + struct.release, 0);
            StreamOut stream = TABLE.remove(Raw.word(self + struct.privateData()));
            if (stream != null) {
                stream.end();
            }
        } catch (Throwable t) {
            Reports.failed("a stream could not be released", t);
        }
    }

    private void end() throws Exception {
        try {
            source.close();
        } finally {
            if (message != 0) {
                NativeCode.free(message);
                message = 0;
            }
        }
    }
}
