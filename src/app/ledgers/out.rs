//! A table on its way out as a workbook: the worker writes row by row as the rows come, so that the page stays smooth, says how far
//! it is, and stops at once.
use crate::interchange::job::{Answer, Ask};
use crate::interchange::xlsx::table::{Entry, Table};
use crate::platform::worker::{Desk, DeskError, Tool};
use std::rc::Rc;

/// A workbook that is being written at a desk of its own: nothing that another page has open is touched. Dropped, it is given up.
pub struct Sheet(Desk);

impl Sheet {
    /// Begins with the rows that the table holds already; the columns are as wide as these need.
    pub async fn begin(table: Table) -> Result<Sheet, DeskError> {
        let sheet = Sheet(Desk::default());
        sheet.ask(Ask::Begin(table)).await?;
        Ok(sheet)
    }

    pub async fn rows(&self, rows: Vec<Vec<Entry>>) -> Result<(), DeskError> {
        self.ask(Ask::Rows(rows)).await.map(drop)
    }

    /// The file's bytes; `None` where it would be larger than a workbook can be.
    pub async fn finish(self) -> Result<Option<Vec<u8>>, DeskError> {
        match self.ask(Ask::Finish).await? {
            Answer::Workbook(bytes) => Ok(bytes),
            _ => Err(DeskError::OtherVersion),
        }
    }

    async fn ask(&self, asked: Ask) -> Result<Answer, DeskError> {
        let question = postcard::to_allocvec(&asked).map_err(|_| DeskError::OtherVersion)?;
        let answer = self.0.ask(Tool::Exchange, &question, &[], Rc::new(|_| {})).await?;
        postcard::from_bytes(&answer).map_err(|_| DeskError::OtherVersion)
    }
}

/// A whole table as a workbook.
pub async fn workbook(table: Table) -> Result<Option<Vec<u8>>, DeskError> {
    Sheet::begin(table).await?.finish().await
}
