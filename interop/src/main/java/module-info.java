/** One array, every framework: the way in for users, and the command line. */
module io.arrayport.interop {
    requires transitive io.arrayport.core;
    requires transitive io.arrayport.dlpack;
    requires transitive io.arrayport.arrow;
    requires transitive io.arrayport.torch;
    requires transitive io.arrayport.gpu;
    requires info.picocli;
    requires com.fasterxml.jackson.databind;
    requires static org.jspecify;
}
