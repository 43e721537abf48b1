package io.arrayport.dlpack;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.arrayport.core.Np;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;

/** What could kill a JVM, each run in one of its own by {@link HazardTest}. Prints "survived" when it did. */
final class Hazards {
    private Hazards() {}

    public static void main(String[] args) throws Throwable {
        switch (args[0]) {
            case "double-consume" -> doubleConsume();
            case "deleter-called-twice" -> deleterCalledTwice();
            case "foreign-id" -> foreignId();
            case "native-thread" -> nativeThread();
            case "throwing-hook" -> throwingHook();
            case "stack-end" -> stackEnd();
            case "exit-with-live-exports" ->
                exitWithLiveExports(args[1].equals("versioned"), args[2].equals("System.exit"));
            case "exit-unprotected" -> exitUnprotected();
            case "exit-while-exchanging" -> exitWhileExchanging();
            case "export-after-shutdown" -> exportAfterShutdown();
            case "arrays-of-a-device" -> arraysOfADevice();
            default -> throw new IllegalArgumentException(args[0]);
        }
        System.out.println("survived");
    }

    private static NdArray array() {
        return Samples.C_ORDER.array(DType.FLOAT32);
    }

    private static long deleter(long address, Abi.Form form) {
        return Memory.RAW.get(JAVA_LONG_UNALIGNED, address + form.deleter);
    }

    private static void expect(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError(what);
        }
    }

    private static void refused(Runnable action) {
        try {
            action.run();
        } catch (ArrayportException expected) {
            return;
        }
        throw new AssertionError("a second owner was accepted");
    }

    private static void doubleConsume() {
        for (int i = 0; i < 1000; i++) {
            DlpackCapsule capsule = Dlpack.export(array());
            long address = capsule.address();
            NdArray first = Dlpack.from(capsule);
            refused(() -> Dlpack.from(capsule));
            refused(capsule::consume);
            refused(() -> DlpackCapsule.adopt(address, true));
            refused(() -> DlpackRaw.open("test", address, true, LegacyAccess.READ_ONLY));
            refused(() -> DlpackRaw.release(address, true));
            first.close();
            capsule.close();
        }
        expect(DlpackRaw.liveExports() == 0, "an export was leaked");
    }

    /** A buggy consumer: reading the freed struct is its fault, freeing the block twice would be ours. */
    private static void deleterCalledTwice() {
        for (Abi.Form form : Abi.Form.values()) {
            for (int i = 0; i < 1000; i++) {
                try (NdArray array = array()) {
                    long address = Export.export(array, form, LegacyConsumer.UNKNOWN);
                    long deleter = deleter(address, form);
                    Natives.callDeleter(deleter, address);
                    Natives.callDeleter(deleter, address);
                    Natives.callDeleter(deleter, 0);
                }
            }
        }
        expect(DlpackRaw.liveExports() == 0 && LiveExports.released() == 2000, "released " + LiveExports.released());
    }

    private static void foreignId() {
        try (NdArray array = array(); ForeignTensor stranger = new ForeignTensor(false)) {
            long address = DlpackRaw.exportLegacy(array, LegacyConsumer.UNKNOWN);
            for (long id = -100_000; id < 100_000; id++) {
                stranger.setLong(stranger.form.managerCtx, id);
                Natives.callDeleter(deleter(address, Abi.Form.LEGACY), stranger.address);
            }
            expect(DlpackRaw.liveExports() == 1, "a foreign id released an export");
            DlpackRaw.release(address, false);
        }
    }

    private static void nativeThread() throws Throwable {
        for (int i = 0; i < 200; i++) {
            NdArray array = array();
            long address = DlpackRaw.exportVersioned(array);
            array.close();
            NativeConsumer.onNativeThread(MemorySegment.ofAddress(deleter(address, Abi.Form.VERSIONED)),
                    MemorySegment.ofAddress(address));
        }
        expect(DlpackRaw.liveExports() == 0, "an export was leaked");
    }

    private static void throwingHook() throws Throwable {
        NdArray owner = array();
        Storage storage = Storage.foreign("test", owner.address(), 96, Device.CPU, Access.WRITEABLE, () -> {
            throw new OutOfMemoryError("a hook that throws, on purpose");
        });
        NdArray array = NdArray.of(storage, DType.FLOAT32, owner.layout());
        long address = DlpackRaw.exportVersioned(array);
        array.close();
        NativeConsumer.onNativeThread(MemorySegment.ofAddress(deleter(address, Abi.Form.VERSIONED)),
                MemorySegment.ofAddress(address));
        expect(DlpackRaw.liveExports() == 0, "an export was leaked");
    }

    private static void stackEnd() throws InterruptedException {
        // Once at the top: a JDK class that first loads at the end of a stack stays broken for the rest of the process.
        NdArray array = array();
        Dlpack.from(Dlpack.export(array)).close();
        for (int round = 0; round < 100; round++) {
            Thread thread = new Thread(null, () -> {
                try {
                    dive(array);
                } catch (StackOverflowError expected) {
                    // what a runaway recursion should end in
                }
            }, "deep", 256 << 10);
            thread.start();
            thread.join();
        }
        for (int i = 0; i < 200 && DlpackRaw.liveExports() > 0; i++) {
            System.gc();
            Thread.sleep(10);
        }
        expect(DlpackRaw.liveExports() == 0, "leaked " + DlpackRaw.liveExports());
    }

    private static void dive(NdArray array) {
        Dlpack.from(Dlpack.export(array)).close();
        Dlpack.export(array).close();
        dive(array);
    }

    private static void exitWithLiveExports(boolean versioned, boolean systemExit) throws Throwable {
        NativeConsumer.printAtExit("after the consumer");
        Abi.Form form = Abi.Form.of(versioned);
        MemorySegment finish = NativeConsumer.finish(form);
        for (int i = 0; i < 100; i++) {
            long address = Export.export(array(), form, LegacyConsumer.UNKNOWN);
            NativeConsumer.atExit(finish, MemorySegment.ofAddress(address));
        }
        // Seen to work while Java lives: the machine code is right, and does call.
        long address = Export.export(array(), form, LegacyConsumer.UNKNOWN);
        NativeConsumer.onNativeThread(finish, MemorySegment.ofAddress(address));
        expect(DlpackRaw.liveExports() == 100, "live " + DlpackRaw.liveExports());
        NativeConsumer.printAtExit("before the consumer");
        if (systemExit) {
            System.out.println("survived");
            System.exit(0);
        }
    }

    /** The control: a consumer that kept the function pointer does jump into the dead VM. */
    private static void exitUnprotected() throws Throwable {
        NativeConsumer.printAtExit("after the consumer");
        long address = DlpackRaw.exportVersioned(array());
        NativeConsumer.atExit(MemorySegment.ofAddress(deleter(address, Abi.Form.VERSIONED)),
                MemorySegment.ofAddress(address));
        NativeConsumer.printAtExit("before the consumer");
    }

    private static void exitWhileExchanging() throws InterruptedException {
        for (int t = 0; t < 4; t++) {
            Thread.ofPlatform().daemon().start(() -> {
                try (NdArray array = array()) {
                    while (true) {
                        Dlpack.from(Dlpack.export(array)).close();
                        Dlpack.export(array).close();
                    }
                }
            });
        }
        Thread.sleep(300);
        System.out.println("survived");
        System.exit(0);
    }

    /** Every function by its name, with arrays at an address that the processor must not follow. */
    private static void arraysOfADevice() {
        Set<String> names = new TreeSet<>();
        Stream.of(Np.class.getMethods()).map(Method::getName).forEach(names::add);
        Stream.of(Np.class.getFields()).map(Field::getName).forEach(names::add);
        names.removeAll(Set.of("call", "wait", "notify", "notifyAll"));
        Storage storage = Storage.foreign("test", 0x7f00_0000_0100L, 1 << 20, Device.cuda(0), Access.WRITEABLE,
                () -> {});
        NdArray a = NdArray.of(storage, DType.FLOAT64, Layout.contiguous(Shape.of(2, 2), 8));
        int refused = 0;
        for (String name : names) {
            for (List<Object> arguments : List.<List<Object>>of(List.of(a), List.of(a, a), List.of(a, array()),
                    List.of(array(), a), List.of(a, 1L), List.of(a, 0L, 1L), List.of(List.of(a, a)),
                    List.of(a, a, a))) {
                try {
                    Np.np.call(name, arguments, Map.of());
                } catch (ArrayportException | IllegalArgumentException e) {
                    refused++;
                }
            }
        }
        expect(names.size() > 300 && refused > 1000, names.size() + " names, " + refused + " refused");
    }

    private static void exportAfterShutdown() {
        NdArray array = array();
        long before = DlpackRaw.exportVersioned(array);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            while (deleter(before, Abi.Form.VERSIONED) != 0) {
                Thread.onSpinWait();
            }
            DlpackRaw.release(before, true);
            long after = DlpackRaw.exportVersioned(array);
            System.out.println("deleter after shutdown " + deleter(after, Abi.Form.VERSIONED));
            try (NdArray back = Dlpack.from(Dlpack.export(array))) {
                System.out.println("import after shutdown " + back.getDouble(0, 0, 1));
            }
        }));
    }
}
