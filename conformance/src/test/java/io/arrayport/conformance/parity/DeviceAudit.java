package io.arrayport.conformance.parity;

import static io.arrayport.core.Np.np;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.arrayport.arrow.ArrowBridge;
import io.arrayport.arrow.ArrowC;
import io.arrayport.arrow.column.ArrowBuffer;
import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.ChunkedColumn;
import io.arrayport.arrow.column.FixedShapeTensor;
import io.arrayport.arrow.column.StructColumn;
import io.arrayport.arrow.column.Validity;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.exchange.CopyPolicy;
import io.arrayport.core.exchange.Target;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.Dlpack;
import io.arrayport.dlpack.DlpackRaw;
import io.arrayport.dlpack.PackedTensor;
import io.arrayport.interop.ZeroCopyArray;
import io.arrayport.torch.Torch;
import org.jspecify.annotations.Nullable;

/**
 * Calls everything that the public API has, with arrays on a device wherever it takes arrays: each call answers or
 * refuses. A processor that followed an address there would end the process, at the call that is named last.
 */
final class DeviceAudit {
    private static final Device GPU = Device.cuda(0);
    private static final List<String> TYPES = List.of("f8", "i4", "M8[s]", "U3");

    private final Path folder;
    private final MemorySegment buffer = Arena.global().allocate(1 << 16, 64);
    private int called;
    private int answered;

    private DeviceAudit(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] home) throws IOException {
        CudaHere.ready(Path.of(home[0]), System.getProperty("java.class.path"));
        Path folder = Files.createTempDirectory("arrayport-audit");
        DeviceAudit audit = new DeviceAudit(folder);
        try {
            TYPES.forEach(audit::type);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
        System.out.println("called " + audit.called + " answered " + audit.answered);
        System.out.println("survived");
    }

    private void type(String type) {
        for (Method method : NdArray.class.getMethods()) {
            call(type, method, null);
        }
        for (Method method : np.getClass().getMethods()) {
            call(type, method, np);
        }
        for (Field field : np.getClass().getFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                inside(type, field);
            }
        }
        Stream.of(Dlpack.class, DlpackRaw.class, PackedTensor.class, ZeroCopyArray.class, ArrowC.class,
                ArrowBridge.class, ArrowColumn.class, ArrowBuffer.class,
                ChunkedColumn.class, FixedShapeTensor.class, Validity.class, StructColumn.class, Torch.class)
                .flatMap(owner -> Stream.of(owner.getMethods()))
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .forEach(method -> call(type, method, null));
        for (Target<?> target : List.of(Dlpack.capsule(), Dlpack.legacyCapsule(), ArrowC.structs("a"))) {
            try (Scope _ = np.scope(); ZeroCopyArray array = ZeroCopyArray.wrap(array(type))) {
                array.explain(target);
                ((AutoCloseable) array.to(target, CopyPolicy.IF_NEEDED)).close();
            } catch (Exception refused) {
                called++;
            }
        }
    }

    private void inside(String type, Field field) {
        try {
            Object owner = field.get(np);
            for (Method method : owner.getClass().getMethods()) {
                call(type, method, owner);
            }
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(hidden);
        }
    }

    private static NdArray array(String type) {
        try (NdArray here = np.arange(12).reshape(3, 4).astype(DType.of(type))) {
            return here.toDevice(GPU);
        }
    }

    private void call(String type, Method method, @Nullable Object owner) {
        if (method.getDeclaringClass() == Object.class || !takesArrays(method, owner)) {
            return;
        }
        try (Scope _ = np.scope()) {
            Object[] arguments = new Object[method.getParameterCount()];
            for (int i = 0; i < arguments.length; i++) {
                Optional<Object> argument = argument(type, method.getParameterTypes()[i]);
                if (argument.isEmpty()) {
                    return;
                }
                arguments[i] = argument.get();
            }
            Object receiver = Modifier.isStatic(method.getModifiers()) ? null : owner == null ? array(type) : owner;
            System.out.println(type + " " + method);
            called++;
            Object result = method.invoke(receiver, arguments);
            answered++;
            if (result != null) {
                result.toString();
            }
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof NullPointerException || thrown.getCause() instanceof LinkageError) {
                thrown.getCause().printStackTrace();
            }
        } catch (RuntimeException | IllegalAccessException refused) {
            // it may not be called so, or says what there is by no text
        }
    }

    private static boolean takesArrays(Method method, @Nullable Object owner) {
        return owner == null && !Modifier.isStatic(method.getModifiers())
                || Stream.of(method.getParameterTypes()).anyMatch(type -> type == NdArray.class
                        || type == NdArray[].class || type == List.class || type == ZeroCopyArray.class);
    }

    private Optional<Object> argument(String type, Class<?> wanted) {
        if (wanted == NdArray.class || wanted == Index.class) {
            return Optional.of(array(type));
        }
        if (wanted == NdArray[].class) {
            return Optional.of(new NdArray[]{array(type), array(type)});
        }
        if (wanted.isArray()) {
            return Optional
                    .of(wanted.getComponentType().isPrimitive() ? Array.newInstance(wanted.getComponentType(), 12)
                            : Array.newInstance(wanted.getComponentType(), 0));
        }
        if (wanted.isEnum()) {
            return Optional.of(wanted.getEnumConstants()[0]);
        }
        return Optional.ofNullable(switch (wanted.getName()) {
            case "long", "java.lang.Long" -> buffer.address();
            case "int", "java.lang.Integer" -> 1;
            case "double", "java.lang.Double", "java.lang.Number", "java.lang.Object" -> 1.0;
            case "boolean" -> true;
            case "java.lang.String" -> "0";
            case "java.util.List" -> List.of(array(type), array(type));
            case "java.nio.file.Path" -> folder.resolve("file");
            case "java.io.OutputStream" -> OutputStream.nullOutputStream();
            case "java.lang.foreign.MemorySegment" -> buffer;
            default -> wanted == DType.class ? DType.FLOAT32
                    : wanted == Shape.class ? Shape.of(3, 4)
                            : wanted == Device.class ? Device.CPU
                                    : wanted == ZeroCopyArray.class ? ZeroCopyArray.wrap(array(type)) : null;
        });
    }
}
