#include "tests/bench/micro/table.hpp"

#include "proto/wire/require.hpp"
#include "server/exam/random.hpp"

namespace certamen::bench {
namespace {

constexpr std::uint64_t host_session = 1;

hub::Config config() {
  hub::Config made;
  made.server_version = "bench";
  made.limits.wishes_burst = 1'000'000;
  auto random = std::make_shared<exam::Random>(7);
  made.entropy = [random] { return random->next(); };
  return made;
}

wire::RoomSettings settings(std::uint32_t players) {
  wire::RoomSettings made;
  made.capacity = players;
  made.question_count = 100;
  made.answer_seconds = 300;
  return made;
}

exam::LocalText both(const std::string& text) {
  return {{text, text}};
}

}  // namespace

exam::Paper ordinary_paper(std::size_t questions) {
  exam::Paper paper;
  for (std::size_t i = 0; i < questions; ++i) {
    exam::Question question;
    question.id = "bench/" + std::to_string(i);
    question.seconds = 60;
    question.topic_title = both("A topic of the bank");
    question.prompt = both(std::string(220, 'p'));
    for (int option = 0; option < 4; ++option) {
      question.options.push_back({both(std::string(60, 'o')), both(std::string(120, 'r')), option == 0});
    }
    question.explanation = both(std::string(240, 'e'));
    question.notes.push_back({both(std::string(180, 'n')), both(""), "", "1-2"});
    paper.questions.push_back(std::move(question));
  }
  return paper;
}

Table::Table(std::uint32_t players) : players_(players), hub_(config()) {
  const auto greet = [this](std::uint64_t session) {
    step(hub::Opened{session});
    say(session, wire::Hello{1, 1, "bench", session % 2 == 0 ? wire::Language::English : wire::Language::Spanish});
  };
  greet(host_session);
  say(host_session, wire::OpenRoom{settings(players), ""});
  for (const hub::Output& output : spoken_) {
    const auto* transmit = std::get_if<hub::Transmit>(&output);
    if (transmit == nullptr) continue;
    const auto message = wire::decode_server(transmit->frame.body());
    if (const auto* joined = std::get_if<wire::RoomJoined>(&*message)) {
      code_ = joined->code;
      host_ticket_ = *joined->host_ticket;
    }
  }
  wire::require(!code_.empty(), "the bench has a room");
  for (std::uint32_t player = 0; player < players; ++player) {
    greet(host_session + 1 + player);
    say(host_session + 1 + player, wire::JoinRoom{code_, "Player " + std::to_string(player), wire::Role::Player});
  }
  say(host_session, wire::CommandRoom{wire::Command::Start, host_ticket_});
  run_until_due();
}

std::vector<hub::Output> Table::step(const hub::Input& input) {
  now_ += wire::Duration{1};
  std::vector<hub::Output> outputs = hub_.step(input, now_);
  commit(outputs);
  spoken_ = std::move(outputs);
  return spoken_;
}

// A disk that answers at once: what it costs to write is measured elsewhere.
void Table::commit(std::vector<hub::Output>& outputs) {
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    const auto* wish = std::get_if<hub::PostDisk>(&outputs[i]);
    if (wish == nullptr) continue;
    std::vector<hub::Output> more;
    if (const auto* append = std::get_if<hub::AppendEntry>(&wish->letter)) {
      more = hub_.step(hub::DiskLetter{hub::EntriesCommitted{append->game, append->number}}, now_);
    } else if (const auto* draw = std::get_if<hub::DrawPaper>(&wish->letter)) {
      more = hub_.step(hub::DiskLetter{hub::PaperReady{draw->game, ordinary_paper(draw->spec.question_count)}}, now_);
    }
    outputs.insert(outputs.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
}

void Table::say(std::uint64_t session, const wire::ClientMessage& message) {
  const wire::Frame frame = wire::encode(message);
  step(hub::Received{session, frame.bytes()});
}

// Ticks from deadline to deadline until the options of the next question are open.
void Table::run_until_due() {
  const room::Room& room = *hub_.rooms().find(code_);
  while (room.phase() != wire::Phase::Asking) {
    if (room.phase() == wire::Phase::Revealing || room.phase() == wire::Phase::Ranking) {
      say(host_session, wire::CommandRoom{wire::Command::Next, host_ticket_});
    }
    now_ = std::max(now_, hub_.deadline().value_or(now_));
    step(hub::Tick{});
  }
  now_ += std::chrono::seconds(1);
  question_ = room.question_number();
}

std::size_t Table::answer(std::uint32_t player) {
  say(host_session + 1 + player,
      wire::SubmitAnswer{question_, wire::ChoiceAnswer{{static_cast<wire::OptionIndex>(player % 4)}}, now_});
  std::size_t bytes = 0;
  for (const hub::Output& output : spoken_) {
    if (const auto* transmit = std::get_if<hub::Transmit>(&output)) bytes += transmit->frame.bytes().size();
  }
  return bytes;
}

std::size_t Table::reveal() {
  say(host_session, wire::CommandRoom{wire::Command::Next, host_ticket_});
  std::size_t frames = 0;
  for (const hub::Output& output : spoken_) {
    if (const auto* transmit = std::get_if<hub::Transmit>(&output)) frames += transmit->sessions.size();
  }
  run_until_due();
  return frames;
}

}  // namespace certamen::bench
