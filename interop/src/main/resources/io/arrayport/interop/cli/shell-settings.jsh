/set mode arrayport concise -quiet
/set prompt arrayport "np> " "  > "
/set truncation arrayport 1000000
/set format arrayport display "{value}{post}"
/set mode arrayport -retain
/set feedback -retain arrayport
/exit
