package io.arrayport.core.loop;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.element.Element;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.kernel.Conversion;
import io.arrayport.core.kernel.Kernels;
import io.arrayport.core.kernel.Lane;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.DeviceType;
import io.arrayport.core.memory.Storage;

/** Main memory: this package's loops over this machine's kernels, on the calling thread. */
public final class CpuBackend implements Backend {
    /** For the service loader. */
    public CpuBackend() {}

    @Override
    public DeviceType deviceType() {
        return DeviceType.CPU;
    }

    @Override
    public Storage allocate(Device device, long bytes) {
        return Storage.allocate(bytes);
    }

    @Override
    public void fill(Operand out, Number value) {
        if (out.layout().size() == 0) {
            return;
        }
        long first = out.storage().address() + out.layout().offset();
        if (value instanceof Long || value instanceof Integer) {
            Element.set(out.dtype(), first, value.longValue());
        } else {
            Element.set(out.dtype(), first, value.doubleValue());
        }
        // The first element is copied over all, itself included
        Layout repeated = Layout.of(Shape.of(), new long[0], out.layout().offset()).broadcastTo(out.shape());
        CopyLoop.copy(out.storage().address(), repeated, out.storage().address(), out.layout(), out.dtype().itemsize(),
                0);
    }

    @Override
    public void binary(Op op, Operand a, Operand b, Operand out) {
        BinaryLoop.run(Kernels.binary(op, Lanes.of("binary", out.dtype())), a.storage().address(), a.layout(),
                b.storage().address(), b.layout(), out.storage().address(), out.layout());
    }

    @Override
    public void reduce(Op op, Operand in, Operand out) {
        ReduceLoop.run(op, Lanes.of("reduce", in.dtype()), in.storage().address(), in.layout(),
                Lanes.of("reduce", out.dtype()), out.storage().address(), out.layout());
    }

    @Override
    public void copy(Operand in, Operand out) {
        long from = in.storage().address();
        long to = out.storage().address();
        if (in.dtype().equals(out.dtype())) {
            CopyLoop.copy(from, in.layout(), to, out.layout(), in.dtype().itemsize(), 0);
            return;
        }
        Lane source = Lanes.of("copy", in.dtype());
        Lane target = Lanes.of("copy", out.dtype());
        Conversion conversion = Conversion.of(source, target).orElseThrow(() -> new DTypeException(
                "copy: the CPU backend does not convert " + in.dtype().name() + " to " + out.dtype().name()
                        + "; convert with astype(...)"));
        ConvertLoop.run(conversion, from, in.layout(), to, out.layout());
    }
}
