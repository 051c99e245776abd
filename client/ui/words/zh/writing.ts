/** What became of a change. */
export const writing = {
  offline: "连不上服务器，什么也没有改动。请检查网络后重试。",
  signedOut: "需要登录。登录后请再提交一次，已填写的内容仍在。",
  refreshed: "列表已按最新情况更新。",
  fields: "需要改正",
};
