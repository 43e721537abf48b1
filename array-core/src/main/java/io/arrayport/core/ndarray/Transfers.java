package io.arrayport.core.ndarray;

import java.util.Objects;
import java.util.function.Consumer;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.memory.TransferEvent;
import io.arrayport.core.ufunc.Held;

/** Copies of arrays on other devices. */
final class Transfers {
    private static final String OPERATION = "toDevice";

    private Transfers() {}

    static NdArray to(NdArray array, Device device) {
        Objects.requireNonNull(device, "toDevice: the device is null; give Device.CPU or Device.cuda(0)");
        if (array.device().equals(device)) {
            return array;
        }
        if (array.dtype() instanceof StringType) {
            throw new DTypeException(OPERATION + ": " + array.dtype()
                    + " is of the host only, whose memory has bytes beside elements; strings of a width (U8) may go");
        }
        Backend target = Backend.of(OPERATION, device);
        if (array.layout().isPacked(array.itemsize())) {
            return moved(array, target, device);
        }
        try (NdArray packed = Assignment.converted(array, array.dtype(), Order.K)) {
            return moved(packed, target, device);
        }
    }

    /** Copies the bytes as they lie, of an array without gaps. */
    private static NdArray moved(NdArray array, Backend target, Device device) {
        long bytes = array.nbytes();
        long first = array.layout().minByte();
        Layout layout = array.layout().shifted(-first);
        Storage made = target.allocate(device, bytes);
        NdArray copy = NdArray.of(made, array.dtype(), layout);
        return Temporaries.finished(copy, _ -> {
            try (Held _ = Held.of(array.operand(), copy.operand())) {
                if (array.device().type().isHost()) {
                    target.upload(array.storage().address() + first, made, 0, bytes);
                } else {
                    Backend source = Backend.of(OPERATION, array.device());
                    onHost(source, array.storage(), first, made, target);
                }
            }
            TransferEvent.emit(array.device(), device, bytes);
        });
    }

    /** Returns a copy in main memory of an element on a device, {@code at} bytes into the array's storage. */
    static NdArray element(NdArray array, long at) {
        return Temporaries.finished(host(array.dtype()), here -> {
            try (Held _ = Held.of(array.operand())) {
                Backend.of("item", array.device()).download(array.storage(), at, here.address(), array.itemsize());
            }
        });
    }

    /** Writes an element on a device, {@code at} bytes into the array's storage. */
    static void write(NdArray array, long at, Consumer<NdArray> set) {
        try (NdArray here = host(array.dtype()); Held _ = Held.of(array.operand())) {
            array.operand().requireWriteable("set", "this array");
            set.accept(here);
            Backend.of("set", array.device()).upload(here.address(), array.storage(), at, array.itemsize());
        }
    }

    private static NdArray host(DType type) {
        return NdArray.of(Storage.allocate(type.itemsize()), type, Layout.contiguous(Shape.of(), type.itemsize()));
    }

    /** By way of main memory, or to there. */
    private static void onHost(Backend source, Storage from, long first, Storage to, Backend target) {
        if (to.device().type().isHost()) {
            source.download(from, first, to.address(), to.byteSize());
            return;
        }
        try (Storage between = Storage.allocate(to.byteSize())) {
            source.download(from, first, between.address(), to.byteSize());
            target.upload(between.address(), to, 0, to.byteSize());
        }
    }
}
