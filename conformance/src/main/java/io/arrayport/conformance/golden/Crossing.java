package io.arrayport.conformance.golden;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.dtype.Row;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/** The arrays of one call, byte for byte on a device: what shares memory here shares it there. */
final class Crossing {
    private final Device device;
    private final Backend backend;
    private final IdentityHashMap<Storage, Storage> there = new IdentityHashMap<>();
    private final IdentityHashMap<Storage, Storage> here = new IdentityHashMap<>();
    private boolean isUsed;

    Crossing(Device device) {
        this.device = device;
        this.backend = Backend.of("golden case", device);
    }

    /** Returns a value with all arrays in it on the device. */
    @Nullable
    Object there(@Nullable Object value) {
        return each(value, true);
    }

    /** Returns a value with all arrays in it in main memory, those over memory of arguments over that. */
    @Nullable
    Object back(@Nullable Object value) {
        return each(value, false);
    }

    private @Nullable Object each(@Nullable Object value, boolean isGoing) {
        return switch (value) {
            case NdArray array -> isGoing ? sent(array) : returned(array);
            case Row row -> Row.of(row.stream().map(item -> each(item, isGoing)).toArray());
            case List<?> items -> {
                List<@Nullable Object> all = new ArrayList<>();
                items.forEach(item -> all.add(each(item, isGoing)));
                yield all;
            }
            case Map<?, ?> entries -> {
                Map<Object, @Nullable Object> all = new LinkedHashMap<>();
                entries.forEach((key, item) -> all.put(key, each(item, isGoing)));
                yield all;
            }
            case null, default -> value;
        };
    }

    private NdArray sent(NdArray array) {
        if (array.dtype() instanceof StringType) {
            throw new Unsupported(Outcome.REFUSED, "StringDType");
        }
        isUsed = true;
        Storage memory = there.computeIfAbsent(array.storage(), this::copied);
        return NdArray.of(memory, array.dtype(), array.layout(), array.isWriteable());
    }

    private Storage copied(Storage storage) {
        Storage copy = backend.allocate(device, storage.byteSize());
        backend.upload(storage.address(), copy, 0, storage.byteSize());
        here.put(copy, storage);
        return copy;
    }

    private NdArray returned(NdArray array) {
        if (array.device().type().isHost()) {
            return array;
        }
        isUsed = true;
        Storage memory = here.computeIfAbsent(array.storage(), this::downloaded);
        // Where there are no elements, the first of them may lie anywhere
        Layout layout = array.size() > 0 ? array.layout() : Layout.contiguous(array.shape(), array.itemsize());
        return NdArray.of(memory, array.dtype(), layout, array.isWriteable());
    }

    private Storage downloaded(Storage storage) {
        Storage copy = Storage.allocate(storage.byteSize());
        backend.download(storage, 0, copy.address(), storage.byteSize());
        return copy;
    }

    /**
     * Brings back what has become of the arguments.
     *
     * @throws Unsupported if nothing was on the device
     */
    void settle() {
        there.forEach((before, after) -> {
            if (after.isClosed()) {
                before.close();
            } else {
                backend.download(after, 0, before.address(), before.byteSize());
            }
        });
        if (!isUsed) {
            throw new Unsupported(Outcome.ELSEWHERE, "no array");
        }
    }
}
