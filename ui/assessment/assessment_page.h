// The Joint assessment page: reads the draft, keeps it as it is typed, asks the engine for the route, and signs.
#pragma once

#include "app/assessments.h"
#include "assessment/route_choice.h"
#include "report/waits.h"
#include "shell/page.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

namespace holdfast::ui {

class AssessmentView;
class Desk;
class DraftKeeper;
class DraftOffer;
class OtherRoutesSheet;
class Theme;

/// What signing did, for the page that comes next and for a toast.
struct SignedAssessment {
    PersonId person;
    app::RecordOutcome outcome;
    bool referred = false;
    QString said;
};

class AssessmentPage final : public QWidget, public Page {
    Q_OBJECT

public:
    AssessmentPage(Desk& desk, const Theme& theme, QWidget* parent = nullptr);
    ~AssessmentPage() override;

    QString id() const override { return QStringLiteral("assessment"); }
    QString title() const override { return tr("Joint assessment"); }
    QString icon() const override { return QStringLiteral("clasp"); }
    QWidget* widget() override { return this; }
    void refresh() override;
    QList<QAction*> actions() override;
    QList<QWidget*> regions() override;
    QWidget* firstFocus() override;
    bool mayLeave() override;
    /// The person's id.
    QString place() const override;
    void goTo(const QString& place) override;

    void open(const PersonId& person);
    AssessmentView& view();
    bool isReady() const { return m_loaded; }

signals:
    /// The draft is in the store and the worker wants the person's page.
    void personRequested(const holdfast::PersonId& person);
    void signedOff(const holdfast::ui::SignedAssessment& result);
    void draftSaved(const QString& line);
    /// What was cut off here has been kept or discarded.
    void draftSettled();
    /// Something was done that `undo` takes back.
    void undoable(const QString& said, const std::function<void()>& undo);

private:
    struct Loaded;
    static constexpr const char* draftKind = "assessment";

    void load();
    void take(const Loaded& loaded);
    void buildView();
    void connectView();
    void fillView(const record::AssessmentForm& form);
    void connectKeeper();
    void formChanged();
    void askPreview();
    void askWaits();
    void takePreview(const app::AssessmentPreview& preview);
    void openOtherRoutes();
    void keepDistance(OtherRoutesSheet& sheet, const ServiceId& service, const std::optional<int>& tenths);
    void settleConflict(bool mine);
    void readTheirs();
    void takeTheirs(const app::AssessmentDraft& theirs);
    void showBoth();
    void leaveDraft();
    void openVersions();
    void trySign(bool refer);
    void sign();
    void takeSigned(const Result<app::RecordOutcome>& outcome, bool referred, const QString& said);
    void explain(const Error& error, bool tryAgain);

    Desk& m_desk;
    const Theme& m_theme;
    AssessmentView* m_view = nullptr;
    DraftOffer* m_offer = nullptr;
    qreal m_builtFor = 0;  ///< the text size the view was laid out for
    QTimer m_previewDelay;
    std::unique_ptr<DraftKeeper> m_keeper;
    PersonId m_person;
    Person m_who;
    bool m_loaded = false;
    bool m_loading = false;
    std::int64_t m_caseVersion = 0;
    record::AssessmentForm m_base;  ///< as both workers last had it
    /// What a colleague changed while we typed, before and after; it was joined with ours.
    std::optional<std::pair<record::AssessmentForm, record::AssessmentForm>> m_joined;
    std::optional<app::AssessmentDraft> m_theirs;  ///< saved by somebody else while we typed
    std::optional<app::AssessmentPreview> m_preview;
    std::vector<report::ExpectedWait> m_waits;  ///< of every active service
    RouteChoice m_choice;
    std::optional<bool> m_signWhenSaved;  ///< waits for the draft; true also refers
    CommandId m_command;                  ///< of the signature, kept so that a repeat is harmless
    int m_generation = 0;                 ///< of the person on the screen
    int m_asked = 0;                      ///< of the preview
    QAction* m_save;
    QAction* m_refer;
};

}  // namespace holdfast::ui
