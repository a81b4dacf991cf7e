// A server that cannot be believed without a person's word, or that would have everything read by others.
#include "client/screens/pages.hpp"
#include "client/ui/notice.hpp"

namespace certamen::screens {

namespace {

struct Wording {
  Key title;
  Key detail;
};

Wording wording(model::Trouble trouble) {
  switch (trouble) {
    case model::Trouble::CertificateChanged: return {Key::CertificateChangedTitle, Key::CertificateChangedDetail};
    case model::Trouble::CertificateUnknown: return {Key::CertificateUnknownTitle, Key::CertificateUnknownDetail};
    case model::Trouble::NotEncrypted: return {Key::CertificatePlainTitle, Key::CertificatePlainDetail};
  }
  return {Key::CertificatePlainTitle, Key::CertificatePlainDetail};
}

// In two lines, so that two of them can be compared pair by pair.
void write_fingerprint(const Canvas& canvas, ui::Rect& column, Key name, const std::string& fingerprint) {
  constexpr std::size_t pairs_a_line = 48;
  const ui::Theme& theme = canvas.theme();
  ui::write(canvas.kit, ui::take_top(column, 36, 4), canvas.words(name), {ui::label_size, ui::Weight::Medium, false},
            theme.muted);
  for (const std::size_t from : {std::size_t{0}, pairs_a_line}) {
    const std::string line = from < fingerprint.size() ? fingerprint.substr(from, pairs_a_line) : std::string{};
    ui::write_fitted(canvas.kit, ui::take_top(column, 40, from == 0 ? 0 : ui::gap), line,
                     {ui::Weight::SemiBold, ui::body_size, ui::label_size_min, 1}, theme.text);
  }
}

}  // namespace

void draw_certificate(const Canvas& canvas) {
  const ui::Theme& theme = canvas.theme();
  const model::Connection& connection = canvas.model.connection;
  const Wording words = wording(*connection.trouble);
  const std::string known = model::certificate_known(canvas.model);
  const bool may_accept = *connection.trouble != model::Trouble::NotEncrypted;
  ui::Rect inside = ui::dialogue(canvas.kit, {1280, may_accept ? 820.0F : 480.0F});
  ui::write_fitted(canvas.kit, ui::take_top(inside, 64, 16), canvas.words(words.title),
                   {ui::Weight::Bold, ui::title_size, ui::body_size, 1}, theme.text);
  ui::Rect row = ui::take_bottom(inside, 76, 24);
  ui::write_fitted(canvas.kit, ui::take_top(inside, may_accept ? 210 : inside.height, 16),
                   canvas.words(words.detail, {{"address", connection.address}}),
                   {ui::Weight::Regular, 30, ui::label_size, 5}, theme.muted);
  if (may_accept && !known.empty()) write_fingerprint(canvas, inside, Key::CertificateKnown, known);
  if (may_accept) write_fingerprint(canvas, inside, Key::CertificateShown, connection.certificate_shown);
  canvas.kit.scene.first_focus = "distrust";
  const ui::Button refuse{.id = "distrust",
                          .label = canvas.words(Key::CertificateRefuse),
                          .key = canvas.words(Key::KeyEscape),
                          .style = ui::ButtonStyle::Primary,
                          .action = {"distrust", 0}};
  const ui::Button accept{.id = "trust",
                          .label = canvas.words(Key::CertificateAccept),
                          .key = "",
                          .style = ui::ButtonStyle::Dangerous,
                          .action = {"trust", 0},
                          .order = 1};
  ui::button(canvas.kit, ui::take_right(row, ui::button_width(refuse), ui::gap), refuse);
  if (may_accept) ui::button(canvas.kit, ui::take_right(row, ui::button_width(accept)), accept);
  canvas.key(ui::KeyName::Escape, refuse.action);
}

}  // namespace certamen::screens
