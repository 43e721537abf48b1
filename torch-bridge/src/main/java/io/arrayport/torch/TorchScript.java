package io.arrayport.torch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtEngine;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import io.arrayport.core.error.ClosedException;
import io.arrayport.dlpack.DlpackRaw;

/**
 * A TorchScript model, as {@code torch.jit.script(model).save(path)} writes it, on the CPU. What DJL's own
 * {@code Model} does, with each failure in one line, and without the leak of all inputs when a call fails.
 *
 * <p>Inputs go in by reference: a tensor over an array's memory is read where it lies. Thread-safe: closed
 * during a {@link #forward}, it goes when that has returned.
 */
public final class TorchScript implements AutoCloseable {
    private static final String REMEDY = "save it with torch.jit.script(model).save(path)";
    private static final Pattern BRACKETS = Pattern.compile("[\\[\\](), ]+");
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final String name;
    private final NDManager manager;
    private final PtSymbolBlock block;
    private final Uses uses;

    private TorchScript(String name, NDManager manager, PtSymbolBlock block) {
        this.name = name;
        this.manager = manager;
        this.block = block;
        uses = new Uses(manager::close);
    }

    /**
     * Loads a model in inference mode.
     *
     * @throws ModelException if there is no such file, or it is not a TorchScript model
     * @throws io.arrayport.core.error.ArrayportException if libtorch is missing
     */
    public static TorchScript load(Path model) {
        requireArchive(model);
        LibTorch.require();
        DlpackRaw.requireLibraryStack("model " + model);
        NDManager manager = Engine.getEngine(PtEngine.ENGINE_NAME).newBaseManager(Device.cpu());
        try {
            PtSymbolBlock block = JniUtils.loadModule((PtNDManager) manager, model.toAbsolutePath(), false,
                    new String[0], new String[0],
                    false);
            JniUtils.enableInferenceMode(block);
            return new TorchScript(String.valueOf(model.getFileName()), manager, block);
        } catch (EngineException e) {
            manager.close();
            throw new ModelException("model " + model + ": not a TorchScript model (" + LibTorch.firstLine(e)
                    + "); " + REMEDY, e);
        } catch (RuntimeException | Error e) {
            manager.close();
            throw e;
        }
    }

    private static void requireArchive(Path model) {
        if (!Files.exists(model)) {
            throw new ModelException("model " + model + ": no such file");
        }
        if (!Files.isRegularFile(model) || !Files.isReadable(model)) {
            throw new ModelException("model " + model + ": not a readable file");
        }
        try (InputStream in = Files.newInputStream(model)) {
            if (!Arrays.equals(in.readNBytes(ZIP.length), ZIP)) {
                throw new ModelException("model " + model
                        + ": not a TorchScript model, which is a zip archive; " + REMEDY);
            }
        } catch (IOException e) {
            throw new ModelException("model " + model + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Runs the model's {@code forward} on tensors, one for each argument, in order.
     *
     * @param inputs NDArrays of DJL's PyTorch engine; stay the caller's. Their names, which DJL would take for a
     *         structure, are ignored
     * @return the result's tensors, tuples and lists flattened; they belong to the NDManager of the first input
     * @throws ModelException if the model takes other inputs, in number, type or shape, or does not return tensors
     * @throws ClosedException if the model or an input is closed
     */
    public NDList forward(NDList inputs) {
        DlpackRaw.requireLibraryStack("model " + name);
        if (!uses.begin()) {
            throw new ClosedException("model " + name + ": closed; load it again");
        }
        try {
            return run(inputs);
        } finally {
            uses.end();
        }
    }

    private NDList run(NDList inputs) {
        IValue[] arguments = new IValue[inputs.size()];
        try {
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = IValue.from(tensor(i, inputs.get(i)));
            }
            PtNDManager owner = (PtNDManager) (inputs.isEmpty() ? manager : inputs.get(0).getManager());
            try (IValue result = block.forward(arguments)) {
                requireTensors(result.getType());
                return result.toNDList(owner);
            }
        } catch (EngineException e) {
            throw new ModelException("model " + name + ": " + ForwardError.line(e, inputs.size()), e);
        } catch (UnsupportedOperationException e) {
            throw new ModelException(
                    "model " + name + ": forward returned something other than tensors: " + e.getMessage(), e);
        } finally {
            // DJL forgets them when the call fails, and with them the arrays underneath.
            for (IValue argument : arguments) {
                if (argument != null) {
                    argument.close();
                }
            }
        }
    }

    /** Before DJL converts: where it meets something else half-way, what it has taken out so far leaks. */
    private static void requireTensors(String type) {
        String flat = type.replace("Dict(str, Tensor)", "Tensor");
        for (String part : BRACKETS.split(flat)) {
            boolean convertible = part.isEmpty() || part.equals("Tensor") || part.equals("str")
                    || part.startsWith("__torch__."); // a named tuple, of whatever
            if (!convertible) {
                throw new UnsupportedOperationException(type);
            }
        }
    }

    private PtNDArray tensor(int position, NDArray input) {
        if (!(input instanceof PtNDArray tensor)) {
            throw new ModelException(
                    "model " + name + ": input " + position + " is a " + input.getClass().getSimpleName()
                            + ", expected an NDArray of DJL's PyTorch engine");
        }
        if (tensor.isReleased()) {
            throw new ClosedException("model " + name + ": input " + position + " is closed");
        }
        if (tensor.getHandle() == -1) {
            throw new ModelException(
                    "model " + name + ": input " + position + " is an NDArray of strings, expected a tensor");
        }
        return tensor;
    }

    /** The model's file name. */
    public String name() {
        return name;
    }

    /** Frees the model, after the calls that run now; what it returned stays. A second time does nothing. */
    @Override
    public void close() {
        uses.close();
    }

    @Override
    public String toString() {
        return "TorchScript[" + name + "]";
    }
}
