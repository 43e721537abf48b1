package io.arrayport.dlpack.python;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.DlpackRaw;
import io.arrayport.dlpack.DlpackRequest;
import io.arrayport.dlpack.LegacyAccess;
import io.arrayport.dlpack.Samples;

/** Tensors of Python's PyTorch, in a JVM whose Python has it; run by {@link TorchTest}. */
final class TorchChecks {
    private TorchChecks() {}

    public static void main(String[] args) {
        int crossed = 0;
        try (Python python = Python.start()) {
            python.exec("import torch");
            System.out.println("PyTorch " + python.eval("torch.__version__").text());
            List<DType> all = new ArrayList<>(DType.ALL);
            all.addAll(DType.NARROW);
            for (DType dtype : all) {
                for (Samples sample : Samples.values()) {
                    crossed += crosses(python, dtype, sample) ? 1 : 0;
                }
            }
            comesIn(python);
            refused(python);
            for (int i = 0; i < 1000; i++) {
                python.eval("torch.ones(3)").toArray().close();
            }
        }
        expect(DlpackRaw.liveExports() == 0, "exports left: " + DlpackRaw.liveExports());
        expect(Python.liveArrays() == 0 && Python.liveObjects() == 0, "objects left");
        System.out.println("crossed " + crossed);
    }

    private static void expect(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError(what);
        }
    }

    private static boolean crosses(Python python, DType dtype, Samples sample) {
        try (NdArray array = sample.array(dtype)) {
            ExchangePlan plan = python.torch().plan(array);
            if (!plan.isZeroCopy()) {
                expect(sample == Samples.NEGATIVE || plan.reason().contains(dtype.name())
                        || plan.reason().contains("takes a byte"), plan.toString());
                return false;
            }
            PyObject tensor = python.torch().accept(array);
            python.set("t", tensor);
            if (array.size() == 0) {
                return true;
            }
            String what = dtype + " " + sample;
            expect(python.eval("t.data_ptr()").toLong() == array.address(), what + ": address");
            try (NdArray back = tensor.toArray();
                    NdArray legacy = tensor.toArray(DlpackRequest.LEGACY, LegacyAccess.WRITEABLE)) {
                expect(back.address() == array.address() && legacy.address() == array.address(), what + ": back");
                expect(back.dtype().equals(dtype) && back.shape().equals(array.shape()), what + ": " + back.dtype());
                expect(back.isWriteable() == Library.TORCH.isVersioned() && legacy.isWriteable(), what + ": access");
                long[] first = Samples.indices(array)[0];
                python.exec("t.view(torch.uint8)[...] = 0");
                expect(array.item(first).equals(back.item(first)), what + ": written by PyTorch");
            } catch (PythonException e) {
                // A view as bytes asks for a last axis without gaps; the address was the same all the same.
                expect(e.getMessage().contains("RuntimeError"), what + ": " + e);
            }
            return true;
        }
    }

    private static void comesIn(Python python) {
        try (NdArray view = python.eval("torch.arange(24.).reshape(2, 3, 4).permute(2, 0, 1)[1:, :, ::2]").toArray()) {
            expect(view.toString().equals(view.copy().toString()) && view.getDouble(0, 1, 1) == 21, "view " + view);
        }
        try (NdArray attached = python.eval("torch.ones(3, requires_grad=True)").toArray()) {
            expect(!attached.isWriteable(), "a tensor of a gradient is read-only");
        }
        try (NdArray conj = python.eval("torch.tensor([1 + 2j]).conj().resolve_conj()").toArray()) {
            expect(conj.toString().equals("[1.-2.j]"), "conj " + conj);
        }
    }

    private static void refused(Python python) {
        for (String tensor : List.of("torch.ones(3, dtype=torch.complex64).conj()",
                "torch.imag(torch.ones(3, dtype=torch.complex64).conj())", "torch.ones(3).to_sparse()",
                "torch.ones(3, device='meta')", "torch.quantize_per_tensor(torch.ones(3), 0.1, 0, torch.qint8)")) {
            Consumer<String> open = code -> python.eval(code).toArray().close();
            try {
                open.accept(tensor);
            } catch (ArrayportException e) {
                System.out.println(tensor + ": " + e.getMessage());
                continue;
            }
            throw new AssertionError("accepted " + tensor);
        }
    }
}
