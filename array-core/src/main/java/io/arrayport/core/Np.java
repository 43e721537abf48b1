package io.arrayport.core;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.creation.Rows;
import io.arrayport.core.memory.Ahead;
import io.arrayport.core.memory.Device;
import io.arrayport.core.polynomial.PolynomialModule;
import org.jspecify.annotations.Nullable;

/**
 * The namespace: {@code import static io.arrayport.core.Np.np}, then {@code np.} finds everything, by NumPy's names in
 * camelCase. Functions come from one small interface per NumPy chapter; element types are fields.
 */
public final class Np extends UfuncFields
        implements
            Averages,
            BinaryFiles,
            Choosing,
            Comparing,
            ComplexNumbers,
            Conversion,
            Convolutions,
            Covariances,
            Creation,
            DataTypes,
            DateRanges,
            Dates,
            Differences,
            Editing,
            Einsums,
            Encoding,
            ErrorHandling,
            Extrema,
            Functional,
            Fusing,
            Grids,
            Histograms,
            Interchange,
            Iteration,
            Joining,
            Manipulation,
            Matrices,
            MemoryUse,
            Padding,
            Polynomials,
            Printing,
            Products,
            Quantiles,
            Rounding,
            Samples,
            Searching,
            Selecting,
            Sets,
            Sorting,
            Spacing,
            SpecialFunctions,
            Splitting,
            StrideTricks,
            Structured,
            Sums,
            TextFiles,
            Threading,
            Tiling,
            TimeTexts,
            Traits,
            Triangular,
            Truth,
            TypeQueries,
            Uniques {
    static {
        Ahead.link(new FirstSteps());
    }

    /** The namespace whose creation functions make arrays in main memory. */
    public static final Np np = new Np(Device.CPU);

    /** For what is made after this namespace's device; one function, for each costs the start of a process. */
    private final Supplier<Device> here = this::device;

    /** Coordinates of all points of a grid. */
    public final DenseGrid mgrid = new DenseGrid(here);
    /** Coordinates along the axes of a grid, which broadcast to it. */
    public final OpenGrid ogrid = new OpenGrid(here);
    /** Numbers, spans and arrays one behind the other. */
    public final RowJoin r_ = new RowJoin(here, Rows.ROWS);
    /** Numbers, spans and arrays as columns. */
    public final RowJoin c_ = new RowJoin(here, Rows.COLUMNS);
    /** Indices to be kept. */
    public final IndexBuilder indexExp = new IndexBuilder();
    /** Indices to be kept; one part is itself. */
    public final SliceBuilder s_ = new SliceBuilder();

    /** Linear algebra. */
    public final Linalg linalg = new Linalg(this);
    /** Discrete Fourier transforms. */
    public final Fft fft = new Fft(here);
    /** Series of polynomials, and functions of their coefficients. */
    public final PolynomialModule polynomial = new PolynomialModule(here);
    /** Functions that leave the real numbers where these have no answer. */
    public final Emath emath = new Emath();
    /** Strings. */
    public final Strings strings = new Strings();
    /** Strings, as NumPy had them before: blanks at their ends do not count. */
    public final CharFunctions char_ = new CharFunctions(this);
    /** What NumPy keeps for those who write libraries. */
    public final Lib lib = new Lib(this);
    /** Element types, by the names of NumPy's classes. */
    public final Dtypes dtypes = new Dtypes();
    /** Arrays of records from rows, columns and bytes. */
    public final Rec rec = new Rec(this);
    /** Assertions about arrays. */
    public final Testing testing = new Testing();

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
        Backend.of("on", Objects.requireNonNull(device, "on: the device is null; give Device.CPU or Device.cuda(0)"));
        return new Np(device);
    }

    /** Where this namespace makes arrays. */
    @Override
    public Device device() {
        return device;
    }

    /** What the array API asks a namespace about itself. */
    public ArrayNamespaceInfo arrayNamespaceInfo() {
        return new ArrayNamespaceInfo(device);
    }

    /**
     * Calls a function by its name in NumPy: {@code call("sum", List.of(a), Map.of("axis", 0L))}. For tests, tools and
     * other languages; arguments choose among the forms of the function as they would in Python.
     *
     * @param name snake_case; methods of a ufunc or submodule after a dot ({@code "add.reduce"}), those of the array
     *         too, which then is the first argument ({@code "ndarray.reshape"}). A field ({@code "float32"}) is read
     *         by a call without arguments
     * @param args NdArray, Boolean, Number, Complex, String, DType, Index, null (None), lists of these, and functions
     *         of a list of arguments ({@link java.util.function.Function})
     * @param kwargs the same, by NumPy's names of parameters
     * @return of the same types; tuples are lists
     * @throws io.arrayport.core.error.CallException if there is no such function, keyword or form. What the function
     *         throws comes out as it is
     */
    public @Nullable Object call(String name, List<?> args, Map<String, ?> kwargs) {
        return Calls.call(this, name, args, kwargs);
    }

    /**
     * How a function of NumPy's is written in Java, one text for each of its forms, with the names of options in
     * brackets: {@code np.argsort(NdArray a, [axis, kind])}.
     *
     * @param name as for {@link #call}
     * @return empty if there is no such function
     */
    public List<String> forms(String name) {
        return Calls.forms(name);
    }

    /** Whether {@link #call} knows {@code name}. */
    public boolean has(String name) {
        return Calls.has(name);
    }
}
