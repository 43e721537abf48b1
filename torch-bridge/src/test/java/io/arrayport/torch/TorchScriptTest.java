package io.arrayport.torch;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.ndarray.NdArray;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TorchScriptTest {
    @TempDir
    Path folder;

    private final NDManager manager = TorchSide.manager();

    @AfterEach
    void close() {
        manager.close();
    }

    private static AbstractStringAssert<?> assertRefused(Path model) {
        return assertThatThrownBy(() -> TorchScript.load(model)).isInstanceOf(ModelException.class)
                .hasMessageStartingWith("model " + model + ": ").message().doesNotContain("\n");
    }

    private static void assertLine(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String line) {
        assertThatThrownBy(call).isInstanceOf(ModelException.class).hasMessage(line);
    }

    @Test
    void aModelReadsAnArrayWhereItLies() {
        NdArray array = np.arange(5, np.float32);
        try (TorchScript model = TorchScript.load(TorchSide.model("identity"))) {
            NDArray result = model.forward(new NDList(Torch.torch(manager).accept(array))).singletonOrThrow();
            assertThat(TorchSide.dataPtr(result)).as("the tensor inside the model has the array's bytes")
                    .isEqualTo(array.address());
            NdArray back = Torch.torch(result).open();
            assertThat(back.address()).isEqualTo(array.address());
        }
    }

    @Test
    void everyElementTypeReachesAModel() {
        try (TorchScript model = TorchScript.load(TorchSide.model("identity"))) {
            for (TorchDtype row : TorchDtype.values()) {
                NdArray array = np.arange(2, row.dtype);
                NDArray result = model.forward(new NDList(Torch.torch(manager).withUnnamedDtypes().accept(array)))
                        .get(0);
                NdArray back = Torch.torch(result).open();
                assertThat(back.dtype()).isEqualTo(row.dtype);
                assertThat(back.address()).isEqualTo(array.address());
            }
        }
    }

    @Test
    void aModelDoesNotKeepItsInputs() {
        NdArray array = np.arange(5, np.float32);
        try (TorchScript model = TorchScript.load(TorchSide.model("two-inputs"))) {
            for (int i = 0; i < 4; i++) { // the interpreter optimises in its second call
                try (NDManager call = manager.newSubManager()) {
                    NDArray tensor = Torch.torch(call).accept(array);
                    assertThat(model.forward(new NDList(tensor, tensor)).get(0).toFloatArray()).containsExactly(0, 3, 6,
                            9, 12);
                }
            }
            assertThat(array.storage().exports()).isZero();
        }
    }

    @Test
    void theWrongNumberOfInputsIsOneLineAndLeaksNothing() {
        NdArray array = np.arange(3, np.float32);
        try (TorchScript model = TorchScript.load(TorchSide.model("two-inputs"));
                NDManager call = manager.newSubManager()) {
            NDArray tensor = Torch.torch(call).accept(array);
            String takes = "model two-inputs.pt: forward(Tensor distance, Tensor time) takes 2 inputs, got ";
            assertLine(() -> model.forward(new NDList()), takes + 0);
            assertLine(() -> model.forward(new NDList(tensor)), takes + 1);
            assertLine(() -> model.forward(new NDList(tensor, tensor, tensor)), takes + 3);
        }
        assertThat(array.storage().exports()).isZero();
    }

    @Test
    void inputsThatDoNotFitAreOneLineAndLeakNothing() {
        NdArray array = np.arange(3, np.float32);
        try (TorchScript model = TorchScript.load(TorchSide.model("two-inputs"));
                NDManager call = manager.newSubManager()) {
            NDArray three = Torch.torch(call).accept(array);
            assertLine(() -> model.forward(new NDList(three, call.zeros(new ai.djl.ndarray.types.Shape(2)))),
                    "model two-inputs.pt: "
                            + "The size of tensor a (3) must match the size of tensor b (2) "
                            + "at non-singleton dimension 0");
            assertLine(() -> model.forward(new NDList(three, call.create(new String[]{"a"}))),
                    "model two-inputs.pt: input 1 is an NDArray of strings, expected a tensor");
            NDArray gone = call.zeros(new ai.djl.ndarray.types.Shape(3));
            gone.close();
            assertThatThrownBy(() -> model.forward(new NDList(three, gone))).isInstanceOf(ClosedException.class)
                    .hasMessage("model two-inputs.pt: input 1 is closed");
        }
        assertThat(array.storage().exports()).isZero();
    }

    @Test
    void anElementTypeThatTheModelDoesNotTakeIsOneLine() {
        try (TorchScript model = TorchScript.load(TorchSide.model("two-inputs"))) {
            TorchTarget target = Torch.torch(manager).withUnnamedDtypes();
            NDArray words = target.accept(np.arange(3, np.uint16));
            assertThatThrownBy(() -> model.forward(new NDList(words, words))).isInstanceOf(ModelException.class)
                    .hasMessageContaining("not implemented for 'UInt16'").message().doesNotContain("\n");
        }
    }

    @Test
    void namesOfTensorsDoNotChangeTheCall() {
        try (TorchScript model = TorchScript.load(TorchSide.model("identity"))) {
            NDArray tensor = manager.arange(2f);
            tensor.setName("module_method:other");
            assertThat(model.forward(new NDList(tensor)).get(0).toFloatArray()).containsExactly(0, 1);
        }
    }

    @Test
    void aResultThatIsNoTensorIsOneLine() {
        try (TorchScript model = TorchScript.load(TorchSide.model("number"))) {
            assertThatThrownBy(() -> model.forward(new NDList(manager.arange(2f)))).isInstanceOf(ModelException.class)
                    .hasMessageStartingWith("model number.pt: forward returned something other than tensors");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"numbered | Dict(int, Tensor)", "lists-by-name | Dict(str, Tensor[])",
            "counted | (Tensor, int)[]"})
    void tensorsAmongOtherThingsAreOneLineAndLeakNothing(String name, String type) {
        NdArray array = np.arange(3, np.float32);
        try (TorchScript model = TorchScript.load(TorchSide.model(name));
                NDManager call = manager.newSubManager()) {
            NDArray tensor = Torch.torch(call).accept(array);
            assertLine(() -> model.forward(new NDList(tensor)),
                    "model " + name + ".pt: forward returned something other than tensors: " + type);
        }
        assertThat(array.storage().exports()).isZero();
    }

    @Test
    void tensorsByNameAreTaken() {
        try (TorchScript model = TorchScript.load(TorchSide.model("by-name"))) {
            assertThat(model.forward(new NDList(manager.arange(2f)))).extracting(NDArray::getName)
                    .containsExactlyInAnyOrder("a", "b");
        }
    }

    @Test
    void whatAModelRaisesItselfIsItsFirstLine() {
        try (TorchScript model = TorchScript.load(TorchSide.model("raises"))) {
            assertLine(() -> model.forward(new NDList(manager.arange(2f))),
                    "model raises.pt: ValueError: no such thing");
        }
    }

    @Test
    void aFileThatIsNoModelIsOneLine() throws IOException {
        assertRefused(folder.resolve("missing.pt")).endsWith("no such file");
        assertRefused(folder).endsWith("not a readable file");
        Path text = Files.writeString(folder.resolve("text.pt"), "not a model");
        assertRefused(text).contains("not a TorchScript model, which is a zip archive",
                "torch.jit.script(model).save(path)");
        Path empty = Files.createFile(folder.resolve("empty.pt"));
        assertRefused(empty).contains("not a TorchScript model");
        Path other = folder.resolve("other.pt");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(other))) {
            zip.putNextEntry(new ZipEntry("archive/data"));
        }
        assertRefused(other).contains("not a TorchScript model (");
    }

    @Test
    void aModelCutOffAnywhereIsOneLine() throws IOException {
        byte[] whole = Files.readAllBytes(TorchSide.model("identity"));
        Path cut = folder.resolve("cut.pt");
        for (int length = 0; length < whole.length; length += 61) {
            Files.write(cut, Arrays.copyOf(whole, length));
            assertRefused(cut).contains("not a TorchScript model");
        }
    }

    @Test
    void aClosedModelIsRefused() {
        TorchScript model = TorchScript.load(TorchSide.model("identity"));
        model.close();
        model.close();
        assertThatThrownBy(() -> model.forward(new NDList(manager.arange(2f)))).isInstanceOf(ClosedException.class)
                .hasMessage("model identity.pt: closed; load it again");
    }
}
