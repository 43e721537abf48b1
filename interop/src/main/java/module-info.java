/** One array, every framework: the way in for users, and the command line. */
module io.arrayport.interop {
    requires transitive io.arrayport.core;
    requires transitive io.arrayport.dlpack;
    requires transitive io.arrayport.arrow;
    requires transitive io.arrayport.torch;
    requires transitive io.arrayport.gpu;
    requires info.picocli;
    requires jdk.jshell;
    requires com.fasterxml.jackson.databind;
    requires static transitive org.jspecify;

    exports io.arrayport.interop;
    exports io.arrayport.interop.cli;
    exports io.arrayport.interop.demo;

    opens io.arrayport.interop.cli to info.picocli, com.fasterxml.jackson.databind;

    uses io.arrayport.interop.cli.CommandProvider;
}
