// The beacon that tests/golden/beacons keeps as bytes: what is written here stays.
#pragma once

#include "proto/wire/beacon.hpp"

namespace certamen::proto_test {

[[nodiscard]] inline wire::Beacon sample_beacon() {
  return {0x0123456789ABCDEF,
          "Aula 3",
          7117,
          "00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:F0:E1:D2:C3:B4:A5:96:87:78:69:5A:4B:3C:2D:1E:0F",
          200,
          {{"K7W2RX", "Profesora Núñez", 12}, {"ABCDEF", "", 0}}};
}

}  // namespace certamen::proto_test
