//! The pages of the open register, by their paths.
use crate::app::comparing::Comparing;
use crate::app::due::Due;
use crate::app::register::use_register;
use crate::ui::lock::Keeping;
use crate::ui::pages::cases::CasesPage;
use crate::ui::pages::child::ChildPage;
use crate::ui::pages::child::edit::EditPage;
use crate::ui::pages::child::print::PrintPage;
use crate::ui::pages::compare::ComparePage;
use crate::ui::pages::departments::DepartmentsPage;
use crate::ui::pages::duty::DutyPage;
use crate::ui::pages::duty::print::DutyPrintPage;
use crate::ui::pages::figures::FiguresPage;
use crate::ui::pages::help::HelpPage;
use crate::ui::pages::ledgers::LedgersPage;
use crate::ui::pages::organisation::{SchoolPage, SchoolsPage, StaffPage, StaffsPage};
use crate::ui::pages::people::PeoplePage;
use crate::ui::pages::pupils::new::NewPupilPage;
use crate::ui::pages::pupils::{PupilsPage, provide_place};
use crate::ui::pages::safe::{Housekeeping, SafePage};
use crate::ui::pages::settings::SettingsPage;
use crate::ui::pages::teaching::TeachingPage;
use crate::ui::pages::today::TodayPage;
use crate::ui::pages::transfer::TransferPage;
use crate::ui::pages::visit::VisitPage;
use crate::ui::pages::worklist::WorklistPage;
use crate::ui::shell::Shell;
use leptos::prelude::*;
use leptos_router::components::{ParentRoute, Route, Router, Routes};
use leptos_router::path;

#[component]
pub fn OpenPages() -> impl IntoView {
    provide_place();
    provide_context(Comparing::new(use_register()));
    provide_context(Due::new(use_register()));
    view! {
        <Router>
            <Housekeeping />
            <Shell>
                <Routes fallback=TodayPage>
                    <Route path=path!("/") view=TodayPage />
                    <Route path=path!("/visit/:id") view=VisitPage />
                    <Route path=path!("/pupils/new") view=NewPupilPage />
                    <Route path=path!("/pupils/:id/edit/:table/:record") view=EditPage />
                    <Route path=path!("/pupils/:id/print/:table/:record") view=PrintPage />
                    <ParentRoute path=path!("/pupils") view=PupilsPage>
                        <Route path=path!("") view=|| () />
                        <Route path=path!(":id") view=ChildPage />
                    </ParentRoute>
                    <ParentRoute path=path!("/schools") view=SchoolsPage>
                        <Route path=path!("") view=|| () />
                        <Route path=path!(":id") view=SchoolPage />
                    </ParentRoute>
                    <ParentRoute path=path!("/staff") view=StaffsPage>
                        <Route path=path!("") view=|| () />
                        <Route path=path!(":id") view=StaffPage />
                    </ParentRoute>
                    <Route path=path!("/cases") view=CasesPage />
                    <Route path=path!("/compare") view=ComparePage />
                    <Route path=path!("/ledgers") view=LedgersPage />
                    <Route path=path!("/teaching") view=TeachingPage />
                    <Route path=path!("/figures") view=FiguresPage />
                    <Route path=path!("/duty") view=DutyPage />
                    <Route path=path!("/duty/print/:what/:id") view=DutyPrintPage />
                    <Route path=path!("/departments") view=DepartmentsPage />
                    <Route path=path!("/worklist") view=WorklistPage />
                    <Route path=path!("/transfer") view=TransferPage />
                    <Route path=path!("/safe") view=SafePage />
                    <Route path=path!("/settings") view=SettingsPage />
                    <Route path=path!("/people") view=PeoplePage />
                    <Route path=path!("/help") view=HelpPage />
                </Routes>
            </Shell>
        </Router>
        <Keeping />
    }
    .into_any()
}
