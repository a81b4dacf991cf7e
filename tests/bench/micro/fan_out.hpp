// One question to many sockets: what sharing the encoded frame saves, next to what the sockets cost anyway.
#pragma once

namespace certamen::bench {

// Prints one line per way and its ratio to the floor, all measured alternately in this run. Returns false when the machine
// does not lend enough descriptors.
bool measure_fan_out(int receivers, int rounds);

}  // namespace certamen::bench
