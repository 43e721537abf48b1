import static io.arrayport.core.Np.np;

import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.python.Python;
import io.arrayport.dlpack.python.PythonUnavailableException;

/**
 * A JVM that hosts Python: an array goes to NumPy and a view of it comes back, and not a byte moves. From the
 * repository's folder, once it is built:
 *
 * <pre>java @arrayport.args -cp array-core/target/classes:dlpack/target/classes examples/PythonInJava.java</pre>
 */
public class PythonInJava {
    public static void main(String[] args) {
        try (Python py = Python.start(); NdArray a = np.arange(6.0)) {
            System.out.println("Python " + py.version() + " in Java " + Runtime.version().feature());
            py.set("a", py.numpy().accept(a)); // numpy.from_dlpack
            py.exec("""
                    import numpy as np
                    a *= 10
                    odd = a[1::2]
                    print("NumPy", np.__version__, "has", a, "and lets Java have", odd)
                    """);
            System.out.println("Java sees " + a);
            try (NdArray odd = py.get("odd").toArray()) {
                odd.setDouble(-1, 0);
                System.out.println("Java took " + odd + ", wrote, and shares: " + (odd.address() == a.address() + 8));
            }
            System.out.println("NumPy sees " + py.get("a"));
        } catch (PythonUnavailableException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }
}
