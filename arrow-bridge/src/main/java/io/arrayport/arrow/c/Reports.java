package io.arrayport.arrow.c;

/** What went wrong where nothing may be thrown. */
final class Reports {
    private Reports() {}

    static void failed(String what, Throwable t) {
        try {
            System.getLogger(Reports.class.getPackageName()).log(System.Logger.Level.WARNING, "arrow: " + what, t);
        } catch (Throwable second) {
            // Nothing is left to say it with
        }
    }
}
