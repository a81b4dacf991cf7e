// The bank in use, and the file it came from: a new bank put in its place is opened without a restart.
//
// Owned by the disk thread. certamen-bank replaces a bank by renaming a finished file over it, so a file of another
// identity is always whole; the old one stays readable until the new one is open.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>

#include "server/bank/bank.hpp"

namespace certamen::app {

class BankWatch {
 public:
  // Opens the bank at `path`; faults are those of Bank::open.
  [[nodiscard]] static wire::Result<BankWatch> open(std::string path);

  [[nodiscard]] const bank::Bank& bank() const { return bank_; }

  // Looks at the file once. True when a new bank was opened; a file that cannot be used is reported to the log once, and
  // the bank in use stays.
  [[nodiscard]] bool renew();

 private:
  struct Identity {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t size = 0;
    std::int64_t modified_nanoseconds = 0;
    bool operator==(const Identity&) const = default;
  };
  [[nodiscard]] static std::optional<Identity> identity_of(const std::string& path);
  BankWatch(bank::Bank bank, std::string path, std::optional<Identity> seen);

  bank::Bank bank_;
  std::string path_;
  std::optional<Identity> seen_;
};

}  // namespace certamen::app
