/** Arrays that own or borrow off-heap memory, and NumPy's operations on them; knows no framework. */
module io.arrayport.core {
    requires static jdk.incubator.vector;
    requires jdk.jfr;
    requires static org.jspecify;
}
