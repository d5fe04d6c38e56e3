hubwrightSearch("manifest",{"documents":89,"words":"0","endings":"a","texts":[84,5],"common":""});
