"""From mentions to claims: events, statements, figures, their status, circumstances and claimants."""
