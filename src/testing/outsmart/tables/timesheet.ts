import { free, type Table, unexpected } from '../table.ts'

const sheet = (name: Table['name'], path: string, fields: string): Table => ({
  name,
  path,
  key: [],
  required: [],
  codes: unexpected,
  filter: true,
  fields: free(fields),
})

export const timesheet: readonly Table[] = [
  sheet(
    'hours',
    'hours',
    'hrs_emp_nr hrs_order_nr hrs_order_description hrs_hrt_hour_type hrs_debtor_nr hrs_project_nr hrs_project_activity_nr hrs_date hrs_start hrs_end hrs_break hrs_amount hrs_billable hrs_status hrs_status_project hrs_description hrs_date_created hrs_date_modified hrs_date_approved hrs_date_rejected hrs_created_by hrs_modified_by hrs_approved_by hrs_rejected_by hrs_rejected_reason',
  ),
  sheet(
    'travel',
    'travel',
    'tra_cus_id tra_emp_nr tra_debtor_nr tra_project_nr tra_project_activity_nr tra_date tra_from tra_to tra_distance tra_description tra_billable tra_status tra_type tra_date_created tra_date_modified tra_date_approved tra_date_rejected tra_created_by tra_modified_by tra_approved_by tra_rejected_by tra_rejected_reason',
  ),
  sheet(
    'expenses',
    'expenses',
    'pre_cus_id pre_project_nr pre_project_activity_nr pre_code pre_description pre_amount pre_vat_code pre_cost_price pre_gross_sale_price pre_sale_price pre_timestamp_added pre_timestamp_modified pre_timestamp_approved pre_timestamp_rejected pre_status pre_employee_nr pre_debtor_nr pre_billable pre_attachment_name pre_attachment pre_category pre_date pre_created_by pre_modified_by pre_approved_by pre_rejected_by pre_rejected_reason',
  ),
  sheet(
    'notes',
    'notes',
    'esh_cus_id esh_emp_nr esh_hrt_code esh_start esh_end esh_description esh_approved esh_color esh_allday esh_isnote esh_date_modified',
  ),
  {
    ...sheet(
      'genericNotes',
      'generic_notes',
      'nte_id nte_cus_id nte_entity nte_column nte_primary nte_content nte_created_by nte_modified_by nte_timestamp_created nte_timestamp_modified nte_reference nte_timestamp_read',
    ),
    filter: false,
    identity: 'nte_id',
  },
]
