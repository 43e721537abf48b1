package io.arrayport.core;

import java.util.List;
import java.util.Map;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.memory.Device;
import org.jspecify.annotations.Nullable;

/**
 * The namespace: {@code import static io.arrayport.core.Np.np}, then {@code np.} finds everything, by NumPy's names in
 * camelCase. Functions come from one small interface per NumPy chapter; element types are fields.
 */
public final class Np extends UfuncFields
        implements
            Averages,
            Creation,
            DataTypes,
            Differences,
            ErrorHandling,
            Extrema,
            Functional,
            Histograms,
            Manipulation,
            Printing,
            Quantiles,
            Searching,
            Selecting,
            Sets,
            Sorting,
            Sums,
            Truth,
            TypeQueries,
            Uniques {
    /** The namespace whose creation functions make arrays in main memory. */
    public static final Np np = new Np(Device.CPU);

    private final Device device;

    private Np(Device device) {
        this.device = device;
    }

    /**
     * The namespace whose creation functions make arrays on {@code device}. Operations run where their operands are.
     *
     * @throws io.arrayport.core.error.DeviceException if no module serves that kind of device
     */
    public Np on(Device device) {
        Backend.of("on", device);
        return new Np(device);
    }

    /** Where this namespace makes arrays. */
    @Override
    public Device device() {
        return device;
    }

    /**
     * Calls a function by its name in NumPy: {@code call("sum", List.of(a), Map.of("axis", 0L))}. For tests, tools and
     * other languages; arguments choose among the forms of the function as they would in Python.
     *
     * @param name snake_case; methods of a ufunc or submodule after a dot ({@code "add.reduce"}), those of the array
     *         too, which then is the first argument ({@code "ndarray.reshape"}). A field ({@code "float32"}) is read
     *         by a call without arguments
     * @param args NdArray, Boolean, Long, BigInteger, Double, Complex, String, DType, Index, null (None), and lists of
     *         these
     * @param kwargs the same, by NumPy's names of parameters
     * @return of the same types; tuples are lists
     * @throws io.arrayport.core.error.CallException if there is no such function, keyword or form. What the function
     *         throws comes out as it is
     */
    public @Nullable Object call(String name, List<?> args, Map<String, ?> kwargs) {
        return Calls.call(this, name, args, kwargs);
    }

    /** Whether {@link #call} knows {@code name}. */
    public boolean has(String name) {
        return Calls.has(name);
    }
}
