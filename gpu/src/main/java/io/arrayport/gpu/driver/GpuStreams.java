package io.arrayport.gpu.driver;

import io.arrayport.core.backend.Streams;
import io.arrayport.core.error.DeviceException;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;
import io.arrayport.gpu.CudaEvent;
import io.arrayport.gpu.CudaStream;

/** The one stream of a GPU among those of neighbours. */
public record GpuStreams(Gpu gpu) implements Streams {
    @Override
    public long own() {
        return gpu.stream().handle();
    }

    @Override
    public void lend(Storage storage, long stream) {
        if (storage.origin().equals(DevicePool.ORIGIN)) {
            gpu.pool().share(storage.address());
        } else {
            gpu.relay();
        }
        if (stream != UNORDERED) {
            gpu.inTurn(() -> theirs(stream).follow(gpu.stream()));
        }
    }

    @Override
    public void follow(long stream) {
        gpu.inTurn(() -> gpu.stream().follow(theirs(stream)));
    }

    @Override
    public CudaEvent record() {
        CudaEvent[] event = new CudaEvent[1];
        gpu.inTurn(() -> event[0] = gpu.stream().record());
        return event[0];
    }

    @Override
    public void followEvent(long event) {
        gpu.inTurn(() -> gpu.stream().waitFor(CudaEvent.foreign(device(), event)));
    }

    @Override
    public void await(long event) {
        CudaEvent.foreign(device(), event).synchronize();
    }

    private Device device() {
        return Device.cuda(gpu.ordinal());
    }

    private CudaStream theirs(long stream) {
        return new CudaStream(device(), stream);
    }

    @Override
    public void settle() {
        try {
            gpu.settle();
        } catch (DeviceException lost) {
            System.getLogger(GpuStreams.class.getName()).log(System.Logger.Level.WARNING,
                    "cuda: memory of a neighbour goes back while its device fails", lost);
        }
    }
}
